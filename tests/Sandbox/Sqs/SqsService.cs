using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Sqs;

/// <summary>Placeholder.</summary>
internal sealed class SqsService(SandboxContext context) : IAwsService
{
    public string SigningName => "sqs";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken) =>
        throw AwsException.NotInSandbox(SigningName, request.Operation + context.Options.Seed);
}
