using System.Text.Json.Nodes;
using Firetiger.Sandbox.Wire;

namespace Firetiger.FaultMatrix;

/// <summary>Batches of which a part fails, in the manner of PutEvents (by index) and of SQS (by id).</summary>
internal static class Batch
{
    /// <summary>Serves every other entry, from the second on, and fails the rest.</summary>
    /// <param name="call">The call.</param>
    /// <param name="code">Why.</param>
    /// <param name="serve">What the service does.</param>
    /// <returns>The answer.</returns>
    public static Task<JsonObject> FailEveryOtherAsync(
        WireCall call,
        string code,
        Func<JsonObject, Task<JsonObject>> serve
    )
    {
        var entries = call.Input["Entries"]!.AsArray().Select(entry => entry!.DeepClone()).ToList();
        var served = entries.Where((_, index) => index % 2 == 1).ToList();
        return call.Operation is "PutEvents"
            ? PutEventsAsync(call, entries.Count, served, code, serve)
            : SqsAsync(call, entries.Where((_, index) => index % 2 == 0), served, code, serve);
    }

    private static async Task<JsonObject> PutEventsAsync(
        WireCall call,
        int count,
        List<JsonNode> served,
        string code,
        Func<JsonObject, Task<JsonObject>> serve
    )
    {
        var results = new Queue<JsonNode>(
            served.Count == 0 ? [] : (await ServeAsync(call, served, serve))["Entries"]!.AsArray().Select(Copy)
        );
        var all = Enumerable
            .Range(0, count)
            .Select(index =>
                index % 2 == 1
                    ? results.Dequeue()
                    : new JsonObject { ["ErrorCode"] = code, ["ErrorMessage"] = "The fault injector says so." }
            );
        return new JsonObject { ["FailedEntryCount"] = (count + 1) / 2, ["Entries"] = new JsonArray([.. all]) };
    }

    private static async Task<JsonObject> SqsAsync(
        WireCall call,
        IEnumerable<JsonNode> failed,
        List<JsonNode> served,
        string code,
        Func<JsonObject, Task<JsonObject>> serve
    )
    {
        var answer = served.Count == 0 ? [] : await ServeAsync(call, served, serve);
        var failures = failed.Select(entry =>
            (JsonNode)
                new JsonObject
                {
                    ["Id"] = entry["Id"]!.DeepClone(),
                    ["Code"] = code,
                    ["SenderFault"] = false,
                }
        );
        return new JsonObject
        {
            ["Successful"] = answer["Successful"]?.DeepClone() ?? new JsonArray(),
            ["Failed"] = new JsonArray([.. (answer["Failed"]?.AsArray() ?? []).Select(Copy), .. failures]),
        };
    }

    private static Task<JsonObject> ServeAsync(
        WireCall call,
        List<JsonNode> entries,
        Func<JsonObject, Task<JsonObject>> serve
    )
    {
        var input = call.Input.DeepClone().AsObject();
        input["Entries"] = new JsonArray([.. entries]);
        return serve(input);
    }

    private static JsonNode Copy(JsonNode? node) => node!.DeepClone();
}
