using System.Globalization;
using System.Text.Json;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>
/// An object where text belongs: on its way through CloudFormation its numbers, true and false have become strings, and nothing
/// tells which strings were ones before.
/// </summary>
internal static class StringifiedObject
{
    private const int MaximumPlaces = 3;

    // Digits in every event, and strings.
    private static readonly HashSet<string> AlwaysStrings = new(StringComparer.Ordinal) { "$.version", "$.account" };

    // The deepest that EventBridge reads is far less; nobody looks at places down there.
    private const int MaximumDepth = 40;

    /// <summary>Says what is wrong, where that shows, and the way out.</summary>
    /// <param name="property">The property.</param>
    /// <param name="value">An object or array.</param>
    /// <returns>Three sentences.</returns>
    public static string Explain(string property, JsonElement value)
    {
        var places = Places(value, "$", MaximumDepth).Take(MaximumPlaces).ToList();
        var here = places.Count == 0 ? string.Empty : $" (here {string.Join(", ", places)})";
        var kind = value.ValueKind == JsonValueKind.Array ? "a list" : "an object";
        var start = property.EndsWith(']') ? "-" : $"{property}:";
        return $"The property {property} is {kind}, but it must be one string of JSON. CloudFormation turns the numbers, true "
            + $"and false inside {kind} into strings, and these mean something else{here}. "
            + $"Put the JSON into single quotes, as in {start} '{{\"source\": [\"aws.ecs\"]}}'.";
    }

    private static IEnumerable<string> Places(JsonElement value, string path, int depth) =>
        value.ValueKind switch
        {
            _ when depth == 0 => [],
            JsonValueKind.Object => value
                .EnumerateObject()
                .SelectMany(member => Places(member.Value, $"{path}.{member.Name}", depth - 1)),
            JsonValueKind.Array => value
                .EnumerateArray()
                .SelectMany((item, index) => Places(item, Item(path, index), depth - 1)),
            JsonValueKind.String when !AlwaysStrings.Contains(path) && LooksStringified(value.GetString()!) =>
            [
                $"{value.GetRawText()} at {path}",
            ],
            _ => [],
        };

    private static string Item(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static bool LooksStringified(string text) =>
        text is "true" or "false"
        || (
            text.Length <= 30
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
        );
}
