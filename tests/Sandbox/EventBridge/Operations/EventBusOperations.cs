using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>Event buses.</summary>
internal sealed class EventBusOperations(SandboxContext context, EventBridgeState state)
{
    public IReadOnlyDictionary<string, Operation> All =>
        new Dictionary<string, Operation>
        {
            ["CreateEventBus"] = Create,
            ["DescribeEventBus"] = request => Describe(Find(request, "Name")),
            ["UpdateEventBus"] = Update,
            ["DeleteEventBus"] = Delete,
            ["ListEventBuses"] = List,
        };

    private JsonObject Create(AwsRequest request)
    {
        var name = request.Input.Required("Name");
        context.Demand(request, EventBus.ArnOf(name));
        RefuseWhatIsNotHere(request.Input);
        var bus = new EventBus(name, context.Clock.Now)
        {
            Description = request.Input.Text("Description"),
            LogConfig = (JsonObject?)request.Input.Structure("LogConfig")?.DeepClone(),
            Policy = request.Input["Policy"]?.ToString(),
        };
        if (!state.Buses.TryAdd(name, bus))
        {
            throw EventBridgeErrors.AlreadyExists($"Event bus {name} already exists.");
        }

        if (request.Input["Tags"] is JsonArray tags)
        {
            state.Tags[bus.Arn] = (JsonArray)tags.DeepClone();
        }

        return new JsonObject
        {
            ["EventBusArn"] = bus.Arn,
            ["Description"] = bus.Description,
            ["LogConfig"] = bus.LogConfig?.DeepClone(),
        };
    }

    private JsonObject Update(AwsRequest request)
    {
        var bus = Find(request, "Name");
        RefuseWhatIsNotHere(request.Input);
        state.Buses[bus.Name] = bus with
        {
            Description = request.Input.Text("Description") ?? bus.Description,
            LogConfig = (JsonObject?)request.Input.Structure("LogConfig")?.DeepClone() ?? bus.LogConfig,
            LastModifiedAt = context.Clock.Now,
        };
        return new JsonObject { ["Arn"] = bus.Arn, ["Name"] = bus.Name };
    }

    private JsonObject Delete(AwsRequest request)
    {
        var name = EventBus.NameOf(request.Input.Required("Name"));
        context.Demand(request, EventBus.ArnOf(name));
        if (name is EventBus.DefaultName)
        {
            throw EventBridgeErrors.Validation("Cannot delete event bus default.");
        }

        if (state.RulesOf(name).Any())
        {
            throw EventBridgeErrors.Validation($"Event bus {name} can't be deleted since it has rules.");
        }

        // A bus that is not there is deleted already.
        state.Buses.TryRemove(name, out _);
        state.Tags.TryRemove(EventBus.ArnOf(name), out _);
        return [];
    }

    private JsonObject List(AwsRequest request)
    {
        context.Demand(request, "*");
        var prefix = request.Input.Text("NamePrefix") ?? "";
        var found = state.Buses.Values.Where(bus => bus.Name.StartsWith(prefix, StringComparison.Ordinal));
        return new JsonObject
        {
            ["EventBuses"] = new JsonArray([
                .. found.OrderBy(bus => bus.Name, StringComparer.Ordinal).Select(Describe),
            ]),
        };
    }

    private EventBus Find(AwsRequest request, string member)
    {
        var name = EventBus.NameOf(request.Input.Text(member));
        context.Demand(request, EventBus.ArnOf(name));
        return state.Buses.TryGetValue(name, out var bus) ? bus : throw EventBridgeErrors.NoBus(name);
    }

    private static void RefuseWhatIsNotHere(JsonObject input)
    {
        string[] missing = ["KmsKeyIdentifier", "DeadLetterConfig", "EventSourceName"];
        if (Array.Find(missing, member => input[member] is not null) is { } asked)
        {
            throw EventBridgeErrors.NotInSandbox($"{asked} of an event bus");
        }
    }

    private static JsonObject Describe(EventBus bus) =>
        new()
        {
            ["Name"] = bus.Name,
            ["Arn"] = bus.Arn,
            ["Description"] = bus.Description,
            ["Policy"] = bus.Policy,
            ["LogConfig"] = bus.LogConfig?.DeepClone(),
            ["CreationTime"] = JsonValue.Create(bus.CreatedAt),
            ["LastModifiedTime"] = JsonValue.Create(bus.LastModifiedAt),
        };
}
