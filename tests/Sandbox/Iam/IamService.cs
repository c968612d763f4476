using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Iam;

/// <summary>Placeholder.</summary>
internal sealed class IamService(SandboxContext context) : IAwsService
{
    public string SigningName => "iam";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken) =>
        throw AwsException.NotInSandbox(SigningName, request.Operation + context.Options.Seed);
}
