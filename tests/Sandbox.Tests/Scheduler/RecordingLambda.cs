using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Tests.Scheduler;

/// <summary>Takes every invocation and runs nothing.</summary>
internal sealed class RecordingLambda : IAwsService
{
    private readonly List<AwsRequest> _calls = [];

    public string SigningName => "lambda";

    public IReadOnlyList<AwsRequest> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        lock (_calls)
        {
            _calls.Add(request);
        }

        return Task.FromResult(new JsonObject { ["StatusCode"] = 202 });
    }
}
