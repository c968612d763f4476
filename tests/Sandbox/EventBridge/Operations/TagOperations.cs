using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>Tags of rules and event buses.</summary>
internal sealed class TagOperations(SandboxContext context, EventBridgeState state)
{
    public IReadOnlyDictionary<string, Operation> All =>
        new Dictionary<string, Operation>
        {
            ["TagResource"] = Tag,
            ["UntagResource"] = Untag,
            ["ListTagsForResource"] = request => new JsonObject { ["Tags"] = new JsonArray([.. Tags(Find(request))]) },
        };

    private JsonObject Tag(AwsRequest request)
    {
        var arn = Find(request);
        var added = request.Input.RequiredStructures("Tags").Select(tag => tag.DeepClone()).ToList();
        var keys = added.ConvertAll(Key);
        state.Tags[arn] = new JsonArray([.. Tags(arn).Where(tag => !keys.Contains(Key(tag))), .. added]);
        return [];
    }

    private JsonObject Untag(AwsRequest request)
    {
        var arn = Find(request);
        var keys = request.Input.Texts("TagKeys");
        state.Tags[arn] = new JsonArray([.. Tags(arn).Where(tag => !keys.Contains(Key(tag)))]);
        return [];
    }

    private string Find(AwsRequest request)
    {
        var arn = request.Input.Required("ResourceARN");
        context.Demand(request, arn);
        return state.Rules.ContainsKey(arn) || state.Buses.ContainsKey(EventBus.NameOf(arn))
            ? arn
            : throw EventBridgeErrors.NotFound($"Resource {arn} does not exist.");
    }

    private IEnumerable<JsonNode> Tags(string arn) =>
        state.Tags.TryGetValue(arn, out var tags) ? tags.Select(tag => tag!.DeepClone()) : [];

    private static string Key(JsonNode tag) => tag["Key"]!.GetValue<string>();
}
