using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Logs;

/// <summary>Placeholder.</summary>
internal sealed class LogsService(SandboxContext context) : IAwsService
{
    public string SigningName => "logs";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken) =>
        throw AwsException.NotInSandbox(SigningName, request.Operation + context.Options.Seed);
}
