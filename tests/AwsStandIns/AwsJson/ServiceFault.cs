#nullable enable
using System.Net;
using Amazon.Runtime;

namespace AwsJson;

/// <summary>An error answer, before it becomes the exception of its code.</summary>
/// <param name="Message">What the service says of it.</param>
/// <param name="Inner">The HTTP error.</param>
/// <param name="Code">The error's shape, for example <c>ResourceNotFoundException</c>.</param>
/// <param name="QueryError">Code and side of a service that once spoke the query protocol; null for others.</param>
/// <param name="RequestId">The service's id of the request.</param>
/// <param name="Status">The HTTP status.</param>
internal sealed record ServiceFault(
    string Message,
    Exception Inner,
    string? Code,
    QueryError? QueryError,
    string? RequestId,
    HttpStatusCode Status
)
{
    /// <summary>The awsJson protocols do not tell whose fault it is.</summary>
    public ErrorType Type => QueryError?.Type ?? ErrorType.Unknown;
}
