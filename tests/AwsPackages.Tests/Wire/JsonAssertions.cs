using System.Text.Json.Nodes;

namespace Firetiger.AwsPackages.Tests.Wire;

[ShouldlyMethods]
internal static class JsonAssertions
{
    /// <summary>Numbers are compared by value: 1 and 1.0 are the same member on the wire.</summary>
    public static void ShouldBeJson(this JsonNode actual, string expected) =>
        JsonNode
            .DeepEquals(JsonNode.Parse(actual.ToJsonString()), JsonNode.Parse(expected))
            .ShouldBeTrue($"expected {expected}, was {actual.ToJsonString()}");
}
