namespace Firetiger.Sandbox.Hosting;

/// <summary>An error as an AWS service answers it.</summary>
/// <param name="code">The code of the JSON protocols, such as <c>QueueDoesNotExist</c>.</param>
/// <param name="message">The text beside it.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="queryCode">The code of the Query protocol where it is another one.</param>
internal sealed class AwsException(string code, string message, int status = 400, string? queryCode = null)
    : Exception(message)
{
    public string Code { get; } = code;

    public string QueryCode { get; } = queryCode ?? code;

    /// <summary>Gets a value indicating whether the Query protocol has a code of its own.</summary>
    public bool HasQueryCode => !string.Equals(QueryCode, Code, StringComparison.Ordinal);

    public int Status { get; } = status;

    /// <summary>Makes the answer to an operation that the sandbox does not have: never a silent success.</summary>
    /// <param name="service">The service's signing name.</param>
    /// <param name="operation">The operation asked for.</param>
    /// <returns>The error.</returns>
    public static AwsException NotInSandbox(string service, string operation) =>
        new("UnknownOperationException", $"The sandbox has no operation {service}:{operation}");
}
