using System.Text.Json;
using Firetiger.EventPatterns.Operators;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>What a value of a pattern asks for, read back from its text.</summary>
/// <param name="Operator">The operator; empty for a plain value.</param>
/// <param name="Kind">What kind of JSON the value or operand is.</param>
/// <param name="Text">The text of a string, or the JSON of anything else.</param>
internal sealed record PrintedMatch(string Operator, JsonValueKind Kind, string Text)
{
    /// <summary>Reads a value of a pattern.</summary>
    /// <param name="match">The value.</param>
    /// <returns>What it asks for, or <see langword="null"/> when it holds half of a surrogate pair, which no JSON reader takes.</returns>
    public static PrintedMatch? Of(ValueMatch match)
    {
        string printed = match.ToString();
        if (printed.Contains("\\ud", StringComparison.Ordinal))
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(printed);
        JsonElement value = document.RootElement;
        if (value.ValueKind != JsonValueKind.Object)
        {
            return Of("", value);
        }

        JsonProperty member = value.EnumerateObject().First();
        return Of(member.Name, member.Value);
    }

    private static PrintedMatch Of(string name, JsonElement value) =>
        new(name, value.ValueKind, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
}
