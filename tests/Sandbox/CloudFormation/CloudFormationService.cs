using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation;

/// <summary>Placeholder.</summary>
internal sealed class CloudFormationService(SandboxContext context) : IAwsService
{
    public string SigningName => "cloudformation";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken) =>
        throw AwsException.NotInSandbox(SigningName, request.Operation + context.Options.Seed);
}
