using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudWatch;

/// <summary>Placeholder.</summary>
internal sealed class CloudWatchService(SandboxContext context) : IAwsService
{
    public string SigningName => "monitoring";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken) =>
        throw AwsException.NotInSandbox(SigningName, request.Operation + context.Options.Seed);
}
