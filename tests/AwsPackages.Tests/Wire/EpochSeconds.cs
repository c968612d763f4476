using System.Text.Json.Nodes;

namespace Firetiger.AwsPackages.Tests.Wire;

/// <summary>Timestamps as awsJson writes them.</summary>
internal static class EpochSeconds
{
    public static JsonNode In(JsonNode node) =>
        node switch
        {
            JsonObject map => new JsonObject(
                map.Select(member => KeyValuePair.Create(member.Key, Optional(member.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(Optional)]),
            JsonValue value when value.TryGetValue<DateTimeOffset>(out var time) => JsonValue.Create(
                time.ToUnixTimeMilliseconds() / 1000.0
            ),
            _ => node.DeepClone(),
        };

    private static JsonNode? Optional(JsonNode? node) => node is null ? null : In(node);
}
