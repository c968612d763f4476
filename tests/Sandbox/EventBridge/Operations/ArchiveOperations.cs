using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>Archives.</summary>
internal sealed class ArchiveOperations(SandboxContext context, EventBridgeState state)
{
    /// <summary>The API's limit on an archive's name ("CreateArchive", API reference).</summary>
    private const int LongestName = 48;

    public IReadOnlyDictionary<string, Operation> All =>
        new Dictionary<string, Operation>
        {
            ["CreateArchive"] = Create,
            ["UpdateArchive"] = Update,
            ["DescribeArchive"] = request => Describe(Find(request)),
            ["DeleteArchive"] = Delete,
        };

    private JsonObject Create(AwsRequest request)
    {
        var input = request.Input;
        var name = input.Required("ArchiveName");
        context.Demand(request, ArnOf(name));
        if (name.Length > LongestName)
        {
            throw Constraints.Broken(
                name,
                "ArchiveName",
                $"Member must have length less than or equal to {LongestName}"
            );
        }

        var bus = EventBus.NameOf(input.Required("EventSourceArn"));
        if (!state.Buses.ContainsKey(bus))
        {
            throw EventBridgeErrors.NoBus(bus);
        }

        var archive = Configure(new Archive(name, bus, context.Clock.Now), input);
        return state.Archives.TryAdd(name, archive)
            ? Summarize(archive)
            : throw EventBridgeErrors.AlreadyExists($"Archive {name} already exists.");
    }

    private JsonObject Update(AwsRequest request)
    {
        var archive = Find(request);
        return Summarize(Store(Configure(archive, request.Input)));
    }

    private JsonObject Delete(AwsRequest request)
    {
        state.Archives.TryRemove(Find(request).Name, out _);
        return [];
    }

    private Archive Store(Archive archive) => state.Archives[archive.Name] = archive;

    private Archive Find(AwsRequest request)
    {
        var name = request.Input.Required("ArchiveName");
        context.Demand(request, ArnOf(name));
        return state.Archives.TryGetValue(name, out var archive)
            ? archive
            : throw EventBridgeErrors.NotFound($"Archive {name} does not exist.");
    }

    private static Archive Configure(Archive archive, JsonObject input)
    {
        var text = input.Text("EventPattern");
        return archive with
        {
            Description = input.Text("Description") ?? archive.Description,
            PatternText = text ?? archive.PatternText,
            Pattern = text is null ? archive.Pattern : PatternReader.Read(text),
            RetentionDays = input.Between("RetentionDays", 0, int.MaxValue) ?? archive.RetentionDays,
        };
    }

    private static string ArnOf(string name) => Account.Arn("events", $"archive/{name}");

    private static JsonObject Summarize(Archive archive) =>
        new()
        {
            ["ArchiveArn"] = archive.Arn,
            ["State"] = "ENABLED",
            ["CreationTime"] = JsonValue.Create(archive.CreatedAt),
        };

    private static JsonObject Describe(Archive archive)
    {
        var output = Summarize(archive);
        output["ArchiveName"] = archive.Name;
        output["EventSourceArn"] = EventBus.ArnOf(archive.BusName);
        output["Description"] = archive.Description;
        output["EventPattern"] = archive.PatternText;
        output["RetentionDays"] = archive.RetentionDays;
        output["EventCount"] = archive.EventCount;
        output["SizeBytes"] = archive.SizeBytes;
        return output;
    }
}
