using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>Event buses' resource policies.</summary>
internal sealed class PermissionOperations(SandboxContext context, EventBridgeState state)
{
    public IReadOnlyDictionary<string, Operation> All =>
        new Dictionary<string, Operation> { ["PutPermission"] = Put, ["RemovePermission"] = Remove };

    private JsonObject Put(AwsRequest request)
    {
        var bus = Find(request);
        if (request.Input["Policy"] is { } whole)
        {
            return Store(bus, whole.ToString());
        }

        var statement = new JsonObject
        {
            ["Sid"] = request.Input.Required("StatementId"),
            ["Effect"] = "Allow",
            ["Principal"] =
                request.Input.Required("Principal") is var principal && principal is "*"
                    ? "*"
                    : new JsonObject { ["AWS"] = $"arn:{Account.Partition}:iam::{principal}:root" },
            ["Action"] = request.Input.Required("Action"),
            ["Resource"] = bus.Arn,
        };
        var kept = Others(bus, request.Input.Required("StatementId"));
        return Store(bus, Policy([.. kept, statement]));
    }

    private JsonObject Remove(AwsRequest request)
    {
        var bus = Find(request);
        if (request.Input.Flag("RemoveAllPermissions") == true)
        {
            return Store(bus, null);
        }

        var sid = request.Input.Required("StatementId");
        JsonNode?[] left = [.. Others(bus, sid)];
        if (left.Length == Statements(bus).Count)
        {
            throw EventBridgeErrors.NotFound($"Statement {sid} does not exist.");
        }

        return Store(bus, left.Length == 0 ? null : Policy(left));
    }

    private EventBus Find(AwsRequest request)
    {
        var name = EventBus.NameOf(request.Input.Text("EventBusName"));
        context.Demand(request, EventBus.ArnOf(name));
        return state.Buses.TryGetValue(name, out var bus) ? bus : throw EventBridgeErrors.NoBus(name);
    }

    private JsonObject Store(EventBus bus, string? policy)
    {
        state.Buses[bus.Name] = bus with { Policy = policy, LastModifiedAt = context.Clock.Now };
        return [];
    }

    private static JsonArray Statements(EventBus bus) =>
        bus.Policy is null ? [] : JsonNode.Parse(bus.Policy)?["Statement"] as JsonArray ?? [];

    private static IEnumerable<JsonNode?> Others(EventBus bus, string sid) =>
        Statements(bus)
            .Where(statement => !string.Equals(statement?["Sid"]?.ToString(), sid, StringComparison.Ordinal))
            .Select(statement => statement?.DeepClone());

    private static string Policy(JsonNode?[] statements) =>
        new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statements) }.ToJsonString();
}
