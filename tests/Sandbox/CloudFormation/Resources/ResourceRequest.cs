using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Stacks;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>What a stack asks of a resource type.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="LogicalId">The resource's name in the template.</param>
/// <param name="Type">Its type: custom resources share one class.</param>
/// <param name="Properties">Its properties, resolved.</param>
/// <param name="Suffix">Random letters for a name of its own.</param>
internal sealed record ResourceRequest(
    StackIdentity Stack,
    string LogicalId,
    string Type,
    JsonObject Properties,
    string Suffix
)
{
    /// <summary>Gets what to call as soon as there is something that a rollback must delete.</summary>
    public Action<string> Initiated { get; init; } = _ => { };
}
