using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>Reads and judges one target of PutTargets.</summary>
internal static partial class TargetReader
{
    private static readonly HashSet<string> Known =
    [
        "Id",
        "Arn",
        "RoleArn",
        "Input",
        "InputPath",
        "RetryPolicy",
        "DeadLetterConfig",
    ];

    public static Target Read(JsonObject input)
    {
        var arn = input.Required("Arn");
        foreach (var (name, _) in input.Where(member => member.Value is not null && !Known.Contains(member.Key)))
        {
            throw EventBridgeErrors.NotInSandbox($"{name} of a target");
        }

        RefuseUnknownKind(arn);
        var role = input.Text("RoleArn");
        if (role is null && IsApiDestination(arn))
        {
            throw EventBridgeErrors.Validation($"RoleArn is required for target {arn}.");
        }

        return new Target(
            input.Required("Id"),
            arn,
            role,
            ReadRetryPolicy(input.Structure("RetryPolicy") ?? []),
            ReadDeadLetterQueue(input.Structure("DeadLetterConfig")),
            ReadInput(input.Text("Input"), input.Text("InputPath")),
            (JsonObject)input.DeepClone()
        );
    }

    public static bool IsApiDestination(string arn) => arn.Contains(":api-destination/", StringComparison.Ordinal);

    private static void RefuseUnknownKind(string arn)
    {
        var parts = arn.Split(':');
        if (parts.Length < 6 || parts[0] is not "arn")
        {
            throw EventBridgeErrors.Validation(
                "Parameter(s) not valid. Reason: Provided Arn is not in correct format."
            );
        }

        if (!IsApiDestination(arn) && parts[2] is not ("sqs" or "lambda" or "logs"))
        {
            throw EventBridgeErrors.NotInSandbox($"targets such as {arn}");
        }
    }

    private static RetryPolicy ReadRetryPolicy(JsonObject input) =>
        new(
            input.Between("MaximumRetryAttempts", 0, RetryPolicy.MostAttempts) ?? RetryPolicy.MostAttempts,
            TimeSpan.FromSeconds(
                input.Between("MaximumEventAgeInSeconds", RetryPolicy.LeastAgeSeconds, RetryPolicy.MostAgeSeconds)
                    ?? RetryPolicy.MostAgeSeconds
            )
        );

    private static string? ReadDeadLetterQueue(JsonObject? input)
    {
        if (input?.Text("Arn") is not { } arn)
        {
            return null;
        }

        var standardQueue =
            arn.StartsWith("arn:aws:sqs:", StringComparison.Ordinal)
            && !arn.EndsWith(".fifo", StringComparison.Ordinal);
        return standardQueue
            ? arn
            : throw EventBridgeErrors.Validation($"DeadLetterConfig.Arn is no standard SQS queue: {arn}.");
    }

    private static ITargetInput ReadInput(string? constant, string? path) =>
        (constant, path) switch
        {
            (null, null) => new ITargetInput.Whole(),
            ({ } json, null) when IsJson(json) => new ITargetInput.Constant(json),
            (null, { } dotted) when DottedPath().IsMatch(dotted) => new ITargetInput.Part(dotted),
            (null, _) => throw EventBridgeErrors.NotInSandbox($"the InputPath {path}: only names behind dots"),
            (_, null) => throw EventBridgeErrors.Validation("Input is not valid JSON."),
            _ => throw EventBridgeErrors.Validation(
                "Only one of Input, InputPath, or InputTransformer must be provided."
            ),
        };

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, BusEvent.JsonOptions);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\$(\.[A-Za-z0-9_-]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DottedPath();
}
