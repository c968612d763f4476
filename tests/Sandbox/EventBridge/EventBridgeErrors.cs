using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge;

/// <summary>The errors of EventBridge's API.</summary>
internal static class EventBridgeErrors
{
    public static AwsException Validation(string message) => new("ValidationException", message);

    public static AwsException NotFound(string message) => new("ResourceNotFoundException", message);

    public static AwsException NoBus(string name) => NotFound($"Event bus {name} does not exist.");

    public static AwsException AlreadyExists(string message) => new("ResourceAlreadyExistsException", message);

    public static AwsException LimitExceeded() =>
        new("LimitExceededException", "The requested resource exceeds the maximum number allowed.");

    public static AwsException InvalidPattern(string reason) =>
        new("InvalidEventPatternException", $"Event pattern is not valid. Reason: {reason}");

    /// <summary>Makes the answer to something that AWS has and the sandbox does not: never a silent success.</summary>
    /// <param name="what">What was asked for.</param>
    /// <returns>The error.</returns>
    public static AwsException NotInSandbox(string what) => Validation($"The sandbox does not have {what}.");
}
