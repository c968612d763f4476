using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Lambda;

/// <summary>What reading the input of Lambda's operations needs beside <see cref="Members"/>.</summary>
internal static class LambdaInput
{
    /// <summary>Reads a member that must be there.</summary>
    /// <param name="input">The object.</param>
    /// <param name="member">Its member.</param>
    /// <returns>Its text.</returns>
    /// <exception cref="AwsException">ValidationException: it is absent.</exception>
    public static string RequiredText(this JsonObject input, string member) =>
        input.Text(member)
        ?? throw new AwsException(
            "ValidationException",
            $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null"
        );

    /// <summary>Reads a list.</summary>
    /// <param name="input">The object.</param>
    /// <param name="member">Its member.</param>
    /// <returns>The items; none when it is absent.</returns>
    public static IEnumerable<JsonNode> Items(this JsonObject input, string member) =>
        (input[member] as JsonArray)?.OfType<JsonNode>() ?? [];

    /// <summary>Writes a scalar as text.</summary>
    /// <param name="node">Any node.</param>
    /// <returns>Its text, JSON's own for numbers and booleans; null unless it is a scalar.</returns>
    public static string? Scalar(JsonNode? node) =>
        node switch
        {
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.ToString(),
            JsonValue value => value.ToJsonString(),
            _ => null,
        };
}
