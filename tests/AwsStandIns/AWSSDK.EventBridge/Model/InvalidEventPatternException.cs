using System.Net;
using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The event pattern is not valid.</summary>
public class InvalidEventPatternException : AmazonEventBridgeException
{
    public InvalidEventPatternException(string message)
        : base(message) { }

    public InvalidEventPatternException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidEventPatternException(Exception innerException)
        : base(innerException) { }

    public InvalidEventPatternException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public InvalidEventPatternException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
