using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Iam;

/// <summary>Placeholder.</summary>
internal sealed class StsService(SandboxContext context) : IAwsService
{
    public string SigningName => "sts";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken) =>
        throw AwsException.NotInSandbox(SigningName, request.Operation + context.Options.Seed);
}
