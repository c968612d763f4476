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
                .Select(Entry)
                .Chunk(EntriesPerRequest)
        )
        {
            var result = await sandbox.Context.Aws.CallAsync(
                new Principal.Service("ecs.amazonaws.com"),
                "events",
                "PutEvents",
                new JsonObject { ["Entries"] = new JsonArray(batch) },
                cancellationToken
            );
            sent += batch.Length - result["FailedEntryCount"]!.GetValue<int>();
        }

        return sent;
    }

    private static JsonNode Entry(FileInfo file)
    {
        var sample = JsonNode.Parse(File.ReadAllText(file.FullName))!;
        return new JsonObject
        {
            ["Source"] = sample["source"]!.DeepClone(),
            ["DetailType"] = sample["detail-type"]!.DeepClone(),
            ["Resources"] = sample["resources"]!.DeepClone(),
            ["Detail"] = sample["detail"]!.ToJsonString(),
        };
    }
}
