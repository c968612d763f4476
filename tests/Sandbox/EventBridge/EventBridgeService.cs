using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge;

/// <summary>Placeholder.</summary>
internal sealed class EventBridgeService(SandboxContext context) : IAwsService
{
    public string SigningName => "events";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken) =>
        throw AwsException.NotInSandbox(SigningName, request.Operation + context.Options.Seed);
}
