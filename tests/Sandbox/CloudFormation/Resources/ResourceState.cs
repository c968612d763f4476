using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>What there is of a resource.</summary>
/// <param name="PhysicalId">What Ref gives.</param>
/// <param name="Attributes">What Fn::GetAtt gives.</param>
internal sealed record ResourceState(string PhysicalId, JsonObject Attributes);
