using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Delivery;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>PutEvents.</summary>
internal sealed class PutEventsOperation(SandboxContext context, EventBridgeState state, EventRouter router)
{
    private const int MostEntries = 10;

    /// <summary>The sum of the entries' sizes stays below this ("PutEvents", API reference).</summary>
    private const int MostBytes = 1_048_576;

    public JsonObject Run(AwsRequest request)
    {
        var entries = request.Input.RequiredStructures("Entries").Select(PutEventsEntry.Read).ToList();
        if (entries.Count is 0 or > MostEntries)
        {
            throw Constraints.Broken("[...]", "Entries", $"Member must have length between 1 and {MostEntries}");
        }

        if (entries.Sum(entry => (long)entry.Size) >= MostBytes)
        {
            throw EventBridgeErrors.Validation("Total size of the entries in the request is over the limit.");
        }

        // One entry that the policy does not allow refuses the call. AWS's own services need no policy.
        if (request.Caller is not Principal.Service)
        {
            entries.ForEach(entry => Demand(request.Caller, entry));
        }

        JsonObject[] results = [.. entries.Select(entry => Accept(request.Caller, entry))];
        return new JsonObject
        {
            ["FailedEntryCount"] = results.Count(result => result.ContainsKey("ErrorCode")),
            ["Entries"] = new JsonArray([.. results]),
        };
    }

    private void Demand(Principal caller, PutEventsEntry entry) =>
        context.Authorizer.Demand(
            caller,
            "events:PutEvents",
            EventBus.ArnOf(entry.BusName),
            state.Buses.TryGetValue(entry.BusName, out var bus) ? bus.Policy : null,
            new Dictionary<string, string>
            {
                ["events:source"] = entry.Source ?? "",
                ["events:detail-type"] = entry.DetailType ?? "",
            }
        );

    private JsonObject Accept(Principal caller, PutEventsEntry entry)
    {
        if (entry.Refusal(isAwsService: caller is Principal.Service) is var (code, message))
        {
            return new JsonObject { ["ErrorCode"] = code, ["ErrorMessage"] = message };
        }

        var arrived = entry.ToEvent(context.Ids.NextGuid().ToString(), context.Clock.Now);
        router.Route(entry.BusName, arrived);
        return new JsonObject { ["EventId"] = arrived.Id };
    }
}
