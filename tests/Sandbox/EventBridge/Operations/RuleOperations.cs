using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>Rules.</summary>
internal sealed class RuleOperations(SandboxContext context, EventBridgeState state)
{
    public IReadOnlyDictionary<string, Operation> All =>
        new Dictionary<string, Operation>
        {
            ["PutRule"] = Put,
            ["DescribeRule"] = request => Describe(Find(request, "Name")),
            ["EnableRule"] = request => Switch(request, enabled: true),
            ["DisableRule"] = request => Switch(request, enabled: false),
            ["DeleteRule"] = Delete,
            ["ListRules"] = List,
        };

    /// <summary>Finds the rule that a call is about, once the caller may.</summary>
    /// <param name="request">The call.</param>
    /// <param name="member">The input's member with the rule's name.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="AwsException">AccessDeniedException or ResourceNotFoundException.</exception>
    public Rule Find(AwsRequest request, string member)
    {
        var name = request.Input.Required(member);
        var bus = EventBus.NameOf(request.Input.Text("EventBusName"));
        var arn = Rule.ArnOf(name, bus);
        context.Demand(request, arn);
        if (!state.Buses.ContainsKey(bus))
        {
            throw EventBridgeErrors.NoBus(bus);
        }

        return state.Rules.TryGetValue(arn, out var rule)
            ? rule
            : throw EventBridgeErrors.NotFound($"Rule {name} does not exist on EventBus {bus}.");
    }

    private JsonObject Put(AwsRequest request)
    {
        var input = request.Input;
        var name = input.Required("Name");
        var bus = EventBus.NameOf(input.Text("EventBusName"));
        var arn = Rule.ArnOf(name, bus);
        context.Demand(request, arn);
        if (!state.Buses.ContainsKey(bus))
        {
            throw EventBridgeErrors.NoBus(bus);
        }

        if (input.Text("ScheduleExpression") is { Length: > 0 })
        {
            throw EventBridgeErrors.NotInSandbox("rules with a ScheduleExpression");
        }

        var text = input.Text("EventPattern") ?? throw EventBridgeErrors.NotInSandbox("rules without EventPattern");
        state.Rules[arn] = new Rule(name, bus, text, PatternReader.ReadForRule(text))
        {
            Enabled = ReadState(input.Text("State")),
            Description = input.Text("Description"),
            RoleArn = input.Text("RoleArn"),
            Targets = state.Rules.TryGetValue(arn, out var existing) ? existing.Targets : [],
        };
        if (input["Tags"] is JsonArray tags)
        {
            state.Tags[arn] = (JsonArray)tags.DeepClone();
        }

        return new JsonObject { ["RuleArn"] = arn };
    }

    private static bool ReadState(string? text) =>
        text switch
        {
            null or "ENABLED" => true,
            "DISABLED" => false,
            _ => throw EventBridgeErrors.NotInSandbox($"the rule state {text}"),
        };

    private JsonObject Switch(AwsRequest request, bool enabled)
    {
        var rule = Find(request, "Name");
        state.Rules[rule.Arn] = rule with { Enabled = enabled };
        return [];
    }

    private JsonObject Delete(AwsRequest request)
    {
        var arn = Rule.ArnOf(request.Input.Required("Name"), EventBus.NameOf(request.Input.Text("EventBusName")));
        context.Demand(request, arn);
        if (state.Rules.TryGetValue(arn, out var rule) && rule.Targets.Count > 0)
        {
            throw EventBridgeErrors.Validation("Rule can't be deleted since it has targets.");
        }

        // A rule that is not there is deleted already.
        state.Rules.TryRemove(arn, out _);
        state.Tags.TryRemove(arn, out _);
        return [];
    }

    private JsonObject List(AwsRequest request)
    {
        context.Demand(request, "*");
        var bus = EventBus.NameOf(request.Input.Text("EventBusName"));
        var prefix = request.Input.Text("NamePrefix") ?? "";
        if (!state.Buses.ContainsKey(bus))
        {
            throw EventBridgeErrors.NoBus(bus);
        }

        var found = state.RulesOf(bus).Where(rule => rule.Name.StartsWith(prefix, StringComparison.Ordinal));
        return new JsonObject { ["Rules"] = new JsonArray([.. found.Select(Describe)]) };
    }

    private static JsonObject Describe(Rule rule) =>
        new()
        {
            ["Name"] = rule.Name,
            ["Arn"] = rule.Arn,
            ["EventPattern"] = rule.PatternText,
            ["State"] = rule.Enabled ? "ENABLED" : "DISABLED",
            ["Description"] = rule.Description,
            ["RoleArn"] = rule.RoleArn,
            ["EventBusName"] = rule.BusName,
        };
}
