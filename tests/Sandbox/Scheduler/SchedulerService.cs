using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Scheduler;

/// <summary>Placeholder.</summary>
internal sealed class SchedulerService(SandboxContext context) : IAwsService
{
    public string SigningName => "scheduler";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken) =>
        throw AwsException.NotInSandbox(SigningName, request.Operation + context.Options.Seed);
}
