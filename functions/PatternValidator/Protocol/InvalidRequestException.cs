namespace Firetiger.PatternValidator.Protocol;

/// <summary>A request that leaves nobody to answer.</summary>
internal sealed class InvalidRequestException : Exception
{
    public InvalidRequestException(string message)
        : base(message) { }

    public InvalidRequestException(string message, Exception innerException)
        : base(message, innerException) { }
}
