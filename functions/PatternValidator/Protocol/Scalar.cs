using System.Text.Json;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>Reads scalars as CloudFormation sends them: as strings, whatever they were in the template.</summary>
internal static class Scalar
{
    /// <summary>Reads a member as text.</summary>
    /// <param name="parent">The object.</param>
    /// <param name="name">The member.</param>
    /// <returns>The text, or an empty string if the member is missing, null or no scalar.</returns>
    public static string Read(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() ?? string.Empty,
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                _ => string.Empty,
            }
            : string.Empty;
}
