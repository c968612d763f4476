using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What Lambda puts into the environment of a function.</summary>
internal static class LambdaEnvironmentReader
{
    /// <summary>Host and port, perhaps with a path, of the Runtime API.</summary>
    public static string RuntimeApi => Read("AWS_LAMBDA_RUNTIME_API");

    public static string FunctionName => Read("AWS_LAMBDA_FUNCTION_NAME");

    public static string FunctionVersion => Read("AWS_LAMBDA_FUNCTION_VERSION");

    public static string LogGroupName => Read("AWS_LAMBDA_LOG_GROUP_NAME");

    public static string LogStreamName => Read("AWS_LAMBDA_LOG_STREAM_NAME");

    public static int MemorySizeMegabytes =>
        int.TryParse(Read("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), CultureInfo.InvariantCulture, out var size) ? size : 0;

    /// <summary>X-Ray takes the trace of the current invocation from the environment.</summary>
    public static void SetTraceId(string traceId) => Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", traceId);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place that reads the environment.")]
    private static string Read(string name) => Environment.GetEnvironmentVariable(name);
}
