#nullable enable
using Amazon.Runtime;

namespace AwsJson;

/// <summary>The header <c>x-amzn-query-error: Code;Sender</c> of services with the awsQueryCompatible trait.</summary>
internal sealed record QueryError(string Code, ErrorType Type)
{
    public static QueryError? Parse(string? header) =>
        header?.Split(';') is [{ Length: > 0 } code, var side] ? new QueryError(code, Side(side)) : null;

    private static ErrorType Side(string name) =>
        Enum.TryParse<ErrorType>(name, out var type) ? type : ErrorType.Unknown;
}
