using System.Text.Json;
using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.CloudFormation.Templates;

/// <summary>Scalars as text: to CloudFormation <c>1</c> and <c>"1"</c> are the same.</summary>
internal static class Scalars
{
    /// <summary>Writes a scalar.</summary>
    /// <param name="node">Any node.</param>
    /// <returns>Its text; null unless it is a scalar.</returns>
    public static string? Of(JsonNode? node) =>
        node switch
        {
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.ToString(),
            JsonValue value => value.ToJsonString(),
            _ => null,
        };

    /// <summary>Reads a member of a template's object or of resolved properties.</summary>
    /// <param name="members">The object.</param>
    /// <param name="name">The member.</param>
    /// <returns>Its text; null when it is absent or no scalar.</returns>
    public static string? Scalar(this JsonObject members, string name) => Of(members[name]);

    public static JsonObject Section(this JsonObject members, string name) => members[name] as JsonObject ?? [];

    /// <summary>Makes every scalar text, as a custom resource receives its properties.</summary>
    /// <param name="node">Any tree.</param>
    /// <returns>A copy.</returns>
    public static JsonNode? AllText(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(member => KeyValuePair.Create(member.Key, AllText(member.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(AllText)]),
            _ => JsonValue.Create(Of(node)),
        };
}
