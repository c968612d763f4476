using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Iam;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Logs;

/// <summary>The account's policies for services that write logs.</summary>
internal sealed class ResourcePolicies
{
    /// <summary>The quota of policies in a Region ("CloudWatch Logs quotas"), which cannot be raised.</summary>
    private const int MostPolicies = 10;

    private readonly ConcurrentDictionary<string, Policy> _policies = new(StringComparer.Ordinal);

    /// <summary>Gets all of them as one document, or null if there are none.</summary>
    public string? Document =>
        _policies.IsEmpty
            ? null
            : new JsonObject
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new JsonArray([.. _policies.Values.SelectMany(StatementsOf)]),
            }.ToJsonString();

    public JsonObject Put(JsonObject input)
    {
        var name = LogGroups.Required(input, "policyName");
        if (_policies.Count >= MostPolicies && !_policies.ContainsKey(name))
        {
            throw LogsErrors.TooManyPolicies();
        }

        _policies[name] = Policy.Parse(LogGroups.Required(input, "policyDocument"));
        return new JsonObject { ["resourcePolicy"] = View(name) };
    }

    public JsonObject Delete(JsonObject input)
    {
        var name = input.Text("policyName") ?? string.Empty;
        return _policies.TryRemove(name, out _) ? [] : throw LogsErrors.NoPolicy(name);
    }

    public JsonObject Describe() =>
        new() { ["resourcePolicies"] = new JsonArray([.. _policies.Keys.Order(StringComparer.Ordinal).Select(View)]) };

    private static IEnumerable<JsonNode?> StatementsOf(Policy policy) =>
        JsonNode.Parse(policy.Text)!["Statement"] is JsonArray list
            ? list.Select(statement => statement?.DeepClone())
            : [JsonNode.Parse(policy.Text)!["Statement"]!.DeepClone()];

    private JsonObject View(string name) => new() { ["policyName"] = name, ["policyDocument"] = _policies[name].Text };
}
