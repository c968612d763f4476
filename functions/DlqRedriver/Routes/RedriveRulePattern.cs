using System.Text.Json;
using Firetiger.DlqRedriver.Messages;

namespace Firetiger.DlqRedriver.Routes;

/// <summary>
/// Tells whether the redrive rule takes our envelopes. It looks for the two plain texts of the template's pattern and does not
/// judge operators: a pattern that someone changed is restored by a deployment.
/// </summary>
internal static class RedriveRulePattern
{
    /// <summary>Tells it.</summary>
    /// <param name="pattern">The rule's event pattern, or null.</param>
    /// <returns>Whether source and detail type are listed.</returns>
    public static bool TakesEnvelopes(string? pattern)
    {
        if (string.IsNullOrEmpty(pattern))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(pattern);
            return Lists(document.RootElement, "source", EnvelopeWriter.Source)
                && Lists(document.RootElement, "detail-type", EnvelopeWriter.DetailType);
        }
        // The second is an escape of half a surrogate pair.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool Lists(JsonElement pattern, string name, string value) =>
        pattern.ValueKind == JsonValueKind.Object
        && pattern.TryGetProperty(name, out var values)
        && values.ValueKind == JsonValueKind.Array
        && values.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(value));
}
