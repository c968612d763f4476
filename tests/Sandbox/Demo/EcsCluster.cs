using System.Text.Json.Nodes;
using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Demo;

/// <summary>Sends the sample events as Amazon ECS does: as a service, for PutEvents refuses the source <c>aws.ecs</c> to users.</summary>
internal sealed class EcsCluster(SandboxHost sandbox)
{
    private const int EntriesPerRequest = 10;

    /// <summary>Sends every sample event some times over.</summary>
    /// <param name="times">How many times; each copy is an event of its own.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>How many events were sent.</returns>
    public async Task<int> SendSamplesAsync(int times, CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (
            var batch in Enumerable
                .Repeat(Repository.SampleEvents, times)
                .SelectMany(files => files)
                .Select(file => JsonNode.Parse(File.ReadAllText(file.FullName))!)
                .Chunk(EntriesPerRequest)
        )
        {
            var result = await SendAsync(batch, cancellationToken);
            sent += batch.Length - result["FailedEntryCount"]!.GetValue<int>();
        }

        return sent;
    }

    /// <summary>Sends events as they are, with an id and time of their own.</summary>
    /// <param name="events">Ten at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What PutEvents answers.</returns>
    public Task<JsonObject> SendAsync(IEnumerable<JsonNode> events, CancellationToken cancellationToken) =>
        sandbox.Context.Aws.CallAsync(
            new Principal.Service("ecs.amazonaws.com"),
            "events",
            "PutEvents",
            new JsonObject { ["Entries"] = new JsonArray([.. events.Select(Entry)]) },
            cancellationToken
        );

    private static JsonNode Entry(JsonNode sample) =>
        new JsonObject
        {
            ["Source"] = sample["source"]?.DeepClone(),
            ["DetailType"] = sample["detail-type"]?.DeepClone(),
            ["Resources"] = sample["resources"]?.DeepClone(),
            ["Detail"] = sample["detail"]?.ToJsonString(),
        };
}
