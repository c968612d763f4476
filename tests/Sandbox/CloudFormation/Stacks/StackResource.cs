using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Resources;
using Firetiger.Sandbox.CloudFormation.Templates;

namespace Firetiger.Sandbox.CloudFormation.Stacks;

/// <summary>A resource that a stack has.</summary>
/// <param name="Declaration">What the template says of it.</param>
/// <param name="Properties">Its properties, resolved.</param>
/// <param name="State">What there is of it.</param>
internal sealed record StackResource(ResourceDeclaration Declaration, JsonObject Properties, ResourceState State)
{
    public string LogicalId => Declaration.LogicalId;

    public string Type => Declaration.Type;

    public bool Is(string logicalId) => string.Equals(LogicalId, logicalId, StringComparison.Ordinal);
}
