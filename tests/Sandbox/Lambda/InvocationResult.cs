using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.Lambda;

/// <summary>What an invocation answered.</summary>
/// <param name="Payload">The handler's output or an error object, JSON text.</param>
/// <param name="FunctionError">Null, or <c>Unhandled</c>.</param>
internal sealed record InvocationResult(string Payload, string? FunctionError)
{
    public static InvocationResult Success(byte[] payload) => new(Encoding.UTF8.GetString(payload), null);

    public static InvocationResult Failure(byte[] error) => new(Encoding.UTF8.GetString(error), "Unhandled");

    /// <summary>Makes the answer for a process that ended before it gave one.</summary>
    /// <param name="requestId">The invocation.</param>
    /// <param name="exitCode">How it ended.</param>
    /// <returns>The answer in Lambda's wording.</returns>
    public static InvocationResult Exited(string requestId, int exitCode) =>
        Of(
            "Runtime.ExitError",
            requestId,
            exitCode == 0
                ? "Runtime exited without providing a reason"
                : $"Runtime exited with error: exit status {exitCode}"
        );

    public static InvocationResult TimedOut(string requestId, TimeSpan limit) =>
        Of(
            "Sandbox.Timedout",
            requestId,
            string.Create(CultureInfo.InvariantCulture, $"Task timed out after {limit.TotalSeconds:F2} seconds")
        );

    /// <summary>Makes the answer for an executable that the operating system would not start.</summary>
    /// <param name="requestId">The invocation.</param>
    /// <param name="executable">Its path.</param>
    /// <param name="reason">The operating system's words.</param>
    /// <returns>The answer in Lambda's wording.</returns>
    public static InvocationResult NotStarted(string requestId, string executable, string reason) =>
        Of("Runtime.InvalidEntrypoint", requestId, $"Couldn't start {executable}: {reason}");

    private static InvocationResult Of(string type, string requestId, string message) =>
        new(
            new JsonObject
            {
                ["errorType"] = type,
                ["errorMessage"] = $"RequestId: {requestId} Error: {message}",
            }.ToJsonString(),
            "Unhandled"
        );
}
