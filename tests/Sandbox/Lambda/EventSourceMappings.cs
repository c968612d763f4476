using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Lambda;

/// <summary>The event source mappings and their pollers.</summary>
/// <param name="context">The sandbox.</param>
/// <param name="find">Finds a function.</param>
internal sealed class EventSourceMappings(SandboxContext context, Func<string, LambdaFunction> find)
{
    private readonly ConcurrentDictionary<string, (EventSourceMapping Mapping, CancellationTokenSource Polling)> _all =
        new(StringComparer.Ordinal);

    public JsonObject Create(JsonObject input)
    {
        var mapping = new EventSourceMapping
        {
            Id = context.Ids.NextGuid().ToString(),
            EventSourceArn = input.RequiredText("EventSourceArn"),
            FunctionName = input.RequiredText("FunctionName"),
        }.With(input);
        Start(mapping);
        return mapping.Describe("Creating");
    }

    public JsonObject Get(JsonObject input)
    {
        var mapping = Find(input).Mapping;
        return mapping.Describe(mapping.Enabled ? "Enabled" : "Disabled");
    }

    public JsonObject Update(JsonObject input)
    {
        var mapping = Find(input).Mapping.With(input);
        Stop(mapping.Id);
        Start(mapping);
        return mapping.Describe("Updating");
    }

    public JsonObject Delete(JsonObject input)
    {
        var mapping = Find(input).Mapping;
        Stop(mapping.Id);
        return mapping.Describe("Deleting");
    }

    private (EventSourceMapping Mapping, CancellationTokenSource Polling) Find(JsonObject input) =>
        _all.TryGetValue(input.RequiredText("UUID"), out var found)
            ? found
            : throw new AwsException("ResourceNotFoundException", "The resource you requested does not exist.", 404);

    private void Start(EventSourceMapping mapping)
    {
        var function = find(mapping.FunctionName);
        var polling = CancellationTokenSource.CreateLinkedTokenSource(context.Stopping);
        _all[mapping.Id] = (mapping, polling);
        if (mapping.Enabled)
        {
            var poller = new SqsPoller(context, mapping, function);
            _ = Task.Run(() => poller.RunAsync(polling.Token), polling.Token);
        }
    }

    private void Stop(string id)
    {
        if (_all.TryRemove(id, out var stopped))
        {
            stopped.Polling.Cancel();
            stopped.Polling.Dispose();
        }
    }
}
