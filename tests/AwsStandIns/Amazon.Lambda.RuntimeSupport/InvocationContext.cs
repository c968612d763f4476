using System.Globalization;
using System.Net.Http.Headers;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The context of one invocation: headers of the Runtime API, and the environment.</summary>
internal sealed class InvocationContext(HttpResponseHeaders headers, TimeProvider clock) : ILambdaContext
{
    private readonly DateTimeOffset _deadline = Deadline(Header(headers, "Lambda-Runtime-Deadline-Ms"));

    public string AwsRequestId { get; } = Header(headers, "Lambda-Runtime-Aws-Request-Id");

    public string InvokedFunctionArn { get; } = Header(headers, "Lambda-Runtime-Invoked-Function-Arn");

    public string TraceId { get; } = Header(headers, "Lambda-Runtime-Trace-Id");

    public string TenantId { get; } = Header(headers, "Lambda-Runtime-Aws-Tenant-Id");

    /// <summary>Null: only the mobile SDKs send one.</summary>
    public IClientContext ClientContext => null;

    /// <summary>Null: only the mobile SDKs send one.</summary>
    public ICognitoIdentity Identity => null;

    public string FunctionName => LambdaEnvironmentReader.FunctionName;

    public string FunctionVersion => LambdaEnvironmentReader.FunctionVersion;

    public string LogGroupName => LambdaEnvironmentReader.LogGroupName;

    public string LogStreamName => LambdaEnvironmentReader.LogStreamName;

    public int MemoryLimitInMB => LambdaEnvironmentReader.MemorySizeMegabytes;

    public ILambdaLogger Logger => new ConsoleLambdaLogger(AwsRequestId, clock);

    public TimeSpan RemainingTime => _deadline - clock.GetUtcNow();

    private static DateTimeOffset Deadline(string milliseconds) =>
        long.TryParse(milliseconds, CultureInfo.InvariantCulture, out var epoch)
            ? DateTimeOffset.FromUnixTimeMilliseconds(epoch)
            : DateTimeOffset.MaxValue;

    private static string Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
