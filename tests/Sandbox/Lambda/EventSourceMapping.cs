using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Lambda;

/// <summary>Which queue feeds which function, and how.</summary>
internal sealed record EventSourceMapping
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "UUID",
        "EventSourceArn",
        "FunctionName",
        "BatchSize",
        "MaximumBatchingWindowInSeconds",
        "FunctionResponseTypes",
        "Enabled",
        "ScalingConfig",
        "Tags",
    };

    public required string Id { get; init; }

    public required string EventSourceArn { get; init; }

    public required string FunctionName { get; init; }

    public int BatchSize { get; init; } = 10;

    public int WindowSeconds { get; init; }

    public bool ReportsItemFailures { get; init; }

    public bool Enabled { get; init; } = true;

    public string QueueName => EventSourceArn[(EventSourceArn.LastIndexOf(':') + 1)..];

    /// <summary>Applies the members of CreateEventSourceMapping and UpdateEventSourceMapping.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The mapping; what the input does not name stays.</returns>
    /// <exception cref="AwsException">A member is out of its range or unknown to the sandbox.</exception>
    public EventSourceMapping With(JsonObject input)
    {
        foreach (var (member, _) in input.Where(member => !Known.Contains(member.Key)))
        {
            throw Invalid($"The sandbox's event source mappings have no {member}");
        }

        var mapping = this with
        {
            FunctionName = LambdaFunction.NameOf(input.Text("FunctionName") ?? FunctionName),
            BatchSize = input.Whole("BatchSize") ?? BatchSize,
            WindowSeconds = input.Whole("MaximumBatchingWindowInSeconds") ?? WindowSeconds,
            ReportsItemFailures = input.ContainsKey("FunctionResponseTypes")
                ? input.Items("FunctionResponseTypes").Any(type => $"{type}" is "ReportBatchItemFailures")
                : ReportsItemFailures,
            Enabled = input.Flag("Enabled") ?? Enabled,
        };
        return mapping is { BatchSize: < 1 or > 10_000 } or { WindowSeconds: < 0 or > 300 }
                ? throw Invalid("BatchSize is 1 to 10000, MaximumBatchingWindowInSeconds 0 to 300")
            : mapping is { BatchSize: > 10, WindowSeconds: 0 }
                ? throw Invalid(
                    "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10"
                )
            : mapping;
    }

    public JsonObject Describe(string state) =>
        new()
        {
            ["UUID"] = Id,
            ["EventSourceMappingArn"] = Account.Arn("lambda", $"event-source-mapping:{Id}"),
            ["EventSourceArn"] = EventSourceArn,
            ["FunctionArn"] = LambdaFunction.ArnOf(FunctionName),
            ["BatchSize"] = BatchSize,
            ["MaximumBatchingWindowInSeconds"] = WindowSeconds,
            ["FunctionResponseTypes"] = ReportsItemFailures ? new JsonArray("ReportBatchItemFailures") : [],
            ["State"] = state,
        };

    private static AwsException Invalid(string message) => new("InvalidParameterValueException", message);
}
