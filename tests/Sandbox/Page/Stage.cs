using System.Text.Json.Nodes;
using Firetiger.Sandbox.CommandLine;
using Firetiger.Sandbox.Demo;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Page;

/// <summary>What the page shows and plays on: a sandbox with the template deployed.</summary>
/// <param name="Sandbox">The sandbox.</param>
/// <param name="Arguments">What was deployed.</param>
/// <param name="Installation">The result.</param>
internal sealed record Stage(SandboxHost Sandbox, SandboxArguments Arguments, Installation Installation)
{
    /// <summary>Gets the stack's PatternStrictness.</summary>
    public string Strictness => Arguments.Parameters.GetValueOrDefault("PatternStrictness", "Strict");

    /// <summary>Gets the physical id of a resource that the parameters may have left out.</summary>
    /// <param name="logicalId">The resource in the template.</param>
    /// <returns>The id, or <see langword="null"/>.</returns>
    public string? Find(string logicalId) => Installation.Resources.GetValueOrDefault(logicalId);

    /// <summary>Invokes a function and waits for its answer.</summary>
    /// <param name="logicalId">The function in the template.</param>
    /// <param name="payload">What to ask.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The output of Invoke.</returns>
    /// <exception cref="PageException">The stack has no such function.</exception>
    public Task<JsonObject> InvokeAsync(string logicalId, JsonNode payload, CancellationToken cancellationToken) =>
        CallAsync(
            "lambda",
            "Invoke",
            new JsonObject
            {
                ["FunctionName"] = Find(logicalId) ?? throw new PageException($"This stack has no {logicalId}.", 409),
                ["Payload"] = payload.ToJsonString(),
            },
            cancellationToken
        );

    public Task<JsonObject> CallAsync(
        string service,
        string operation,
        JsonObject input,
        CancellationToken cancellationToken
    ) => Sandbox.Context.Aws.CallAsync(new Principal.Administrator(), service, operation, input, cancellationToken);
}
