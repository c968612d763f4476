using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Lambda;

/// <summary>Placeholder.</summary>
internal sealed class LambdaService(SandboxContext context) : IAwsService
{
    public string SigningName => "lambda";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken) =>
        throw AwsException.NotInSandbox(SigningName, request.Operation + context.Options.Seed);
}
