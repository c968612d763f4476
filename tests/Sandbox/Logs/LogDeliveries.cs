using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Logs;

/// <summary>Log deliveries: from a source, which is another service's resource, to a destination, which is a log group here.</summary>
internal sealed class LogDeliveries(SandboxContext context, LogGroups groups)
{
    private static readonly string[] LogTypes = ["ERROR_LOGS", "INFO_LOGS", "TRACE_LOGS"];

    private readonly ConcurrentDictionary<string, JsonObject> _sources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, JsonObject> _destinations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, JsonObject> _deliveries = new(StringComparer.Ordinal);

    public JsonObject PutSource(JsonObject input)
    {
        var name = LogGroups.Required(input, "name");
        var resource = LogGroups.Required(input, "resourceArn");
        var type = LogGroups.Required(input, "logType");
        if (
            !resource.Contains(":event-bus/", StringComparison.Ordinal)
            || !LogTypes.Contains(type, StringComparer.Ordinal)
        )
        {
            throw LogsErrors.InvalidDelivery($"The sandbox has no {type} of {resource}");
        }

        return Put(
            _sources,
            name,
            "deliverySource",
            new JsonObject
            {
                ["name"] = name,
                ["arn"] = Account.Arn("logs", $"delivery-source:{name}"),
                ["resourceArns"] = new JsonArray(resource),
                ["service"] = "events",
                ["logType"] = type,
            }
        );
    }

    public JsonObject PutDestination(JsonObject input)
    {
        var name = LogGroups.Required(input, "name");
        var configuration = input.Structure("deliveryDestinationConfiguration") ?? [];
        var arn = LogGroups.Required(configuration, "destinationResourceArn");
        groups.Get(new JsonObject { ["logGroupName"] = arn.Split(':').ElementAtOrDefault(6) });
        return Put(
            _destinations,
            name,
            "deliveryDestination",
            new JsonObject
            {
                ["name"] = name,
                ["arn"] = Account.Arn("logs", $"delivery-destination:{name}"),
                ["deliveryDestinationType"] = "CWL",
                ["deliveryDestinationConfiguration"] = configuration.DeepClone(),
            }
        );
    }

    public JsonObject Create(JsonObject input)
    {
        var source = LogGroups.Required(input, "deliverySourceName");
        var destination = LogGroups.Required(input, "deliveryDestinationArn");
        if (!_sources.ContainsKey(source) || !_destinations.Values.Any(found => Is(found, "arn", destination)))
        {
            throw LogsErrors.NoDelivery();
        }

        var id = context.Ids.NextGuid().ToString("N")[..16];
        return Put(
            _deliveries,
            id,
            "delivery",
            new JsonObject
            {
                ["id"] = id,
                ["arn"] = Account.Arn("logs", $"delivery:{id}"),
                ["deliverySourceName"] = source,
                ["deliveryDestinationArn"] = destination,
            }
        );
    }

    public JsonObject GetSource(JsonObject input) => Get(_sources, input, "deliverySource");

    public JsonObject GetDestination(JsonObject input) => Get(_destinations, input, "deliveryDestination");

    public JsonObject DescribeSources() => All(_sources, "deliverySources");

    public JsonObject DescribeDestinations() => All(_destinations, "deliveryDestinations");

    public JsonObject Describe() => All(_deliveries, "deliveries");

    public JsonObject DeleteSource(JsonObject input)
    {
        var name = LogGroups.Required(input, "name");
        return IsUsed("deliverySourceName", name) ? throw LogsErrors.DeliveryInUse(name) : Remove(_sources, name);
    }

    public JsonObject DeleteDestination(JsonObject input)
    {
        var name = LogGroups.Required(input, "name");
        return IsUsed("deliveryDestinationArn", Account.Arn("logs", $"delivery-destination:{name}"))
            ? throw LogsErrors.DeliveryInUse(name)
            : Remove(_destinations, name);
    }

    public JsonObject Delete(JsonObject input) => Remove(_deliveries, LogGroups.Required(input, "id"));

    private static bool Is(JsonObject found, string member, string value) =>
        string.Equals(found.Text(member), value, StringComparison.Ordinal);

    private static JsonObject Put(
        ConcurrentDictionary<string, JsonObject> all,
        string key,
        string member,
        JsonObject value
    )
    {
        all[key] = value;
        return new JsonObject { [member] = value.DeepClone() };
    }

    private static JsonObject Get(ConcurrentDictionary<string, JsonObject> all, JsonObject input, string member) =>
        all.TryGetValue(LogGroups.Required(input, "name"), out var found)
            ? new JsonObject { [member] = found.DeepClone() }
            : throw LogsErrors.NoDelivery();

    private static JsonObject All(ConcurrentDictionary<string, JsonObject> all, string member) =>
        new() { [member] = new JsonArray([.. all.Values.Select(found => found.DeepClone())]) };

    private static JsonObject Remove(ConcurrentDictionary<string, JsonObject> all, string key) =>
        all.TryRemove(key, out _) ? [] : throw LogsErrors.NoDelivery();

    private bool IsUsed(string member, string value) => _deliveries.Values.Any(found => Is(found, member, value));
}
