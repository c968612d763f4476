using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.CloudWatch;

/// <summary>Alarms: kept and described, never evaluated.</summary>
internal sealed class Alarms(SandboxContext context)
{
    private readonly ConcurrentDictionary<string, JsonObject> _alarms = new(StringComparer.Ordinal);

    public static string Arn(string name) => Account.Arn("cloudwatch", $"alarm:{name}");

    public JsonObject Put(JsonObject input)
    {
        var name = input.Text("AlarmName") ?? throw CloudWatchErrors.Missing("AlarmName");
        string[] required = ["EvaluationPeriods", "ComparisonOperator"];
        if (required.FirstOrDefault(member => input[member] is null) is { } missing)
        {
            throw CloudWatchErrors.Missing(missing);
        }

        if (input.ContainsKey("MetricName") == input.ContainsKey("Metrics"))
        {
            throw CloudWatchErrors.InvalidValue("An alarm has either a MetricName or Metrics.");
        }

        AlarmRules.Demand(input);
        var alarm = input.DeepClone().AsObject();
        alarm.Remove("Tags");
        alarm["Threshold"] = input.Number("Threshold");
        alarm["AlarmArn"] = Arn(name);
        alarm["ActionsEnabled"] = input.Flag("ActionsEnabled") ?? true;
        alarm["StateValue"] = "INSUFFICIENT_DATA";
        alarm["StateReason"] = "Unchecked: Initial alarm creation";
        alarm["AlarmConfigurationUpdatedTimestamp"] = JsonValue.Create(context.Clock.Now);
        alarm["StateUpdatedTimestamp"] = JsonValue.Create(context.Clock.Now);
        _alarms[name] = alarm;
        return [];
    }

    public JsonObject Describe(JsonObject input)
    {
        var names = input.Texts("AlarmNames");
        var prefix = input.Text("AlarmNamePrefix") ?? string.Empty;
        var state = input.Text("StateValue");
        var found = _alarms
            .Where(alarm => alarm.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Where(alarm => names.Count == 0 || names.Contains(alarm.Key, StringComparer.Ordinal))
            .Where(alarm =>
                state is null || string.Equals(alarm.Value.Text("StateValue"), state, StringComparison.Ordinal)
            )
            .OrderBy(alarm => alarm.Key, StringComparer.Ordinal)
            .Select(alarm => alarm.Value.DeepClone());
        return new JsonObject { ["MetricAlarms"] = new JsonArray([.. found]), ["CompositeAlarms"] = new JsonArray() };
    }

    public JsonObject Delete(JsonObject input)
    {
        var names = input.Texts("AlarmNames");
        if (names.FirstOrDefault(name => !_alarms.ContainsKey(name)) is { } missing)
        {
            throw CloudWatchErrors.NoAlarm(missing);
        }

        foreach (var name in names)
        {
            _alarms.TryRemove(name, out _);
        }

        return [];
    }
}
