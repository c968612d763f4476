using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>Targets of rules.</summary>
internal sealed class TargetOperations(EventBridgeState state, RuleOperations rules)
{
    /// <summary>The quota of targets on one rule ("EventBridge quotas").</summary>
    private const int MostTargets = 5;

    public IReadOnlyDictionary<string, Operation> All =>
        new Dictionary<string, Operation>
        {
            ["PutTargets"] = Put,
            ["ListTargetsByRule"] = List,
            ["RemoveTargets"] = Remove,
        };

    private JsonObject Put(AwsRequest request)
    {
        var rule = rules.Find(request, "Rule");
        var given = request.Input.RequiredStructures("Targets").Select(TargetReader.Read).ToList();
        var kept = rule.Targets.Where(old =>
            given.TrueForAll(target => !string.Equals(target.Id, old.Id, StringComparison.Ordinal))
        );
        var all = kept.Concat(given).ToList();
        if (all.Count > MostTargets)
        {
            throw EventBridgeErrors.LimitExceeded();
        }

        state.Rules[rule.Arn] = rule with { Targets = all };
        return NothingFailed();
    }

    private JsonObject List(AwsRequest request) =>
        new()
        {
            ["Targets"] = new JsonArray([
                .. rules.Find(request, "Rule").Targets.Select(target => target.Definition.DeepClone()),
            ]),
        };

    private JsonObject Remove(AwsRequest request)
    {
        var rule = rules.Find(request, "Rule");
        var ids = request.Input.Texts("Ids").ToHashSet(StringComparer.Ordinal);
        state.Rules[rule.Arn] = rule with { Targets = [.. rule.Targets.Where(target => !ids.Contains(target.Id))] };
        return NothingFailed();
    }

    private static JsonObject NothingFailed() =>
        new() { ["FailedEntryCount"] = 0, ["FailedEntries"] = new JsonArray() };
}
