using System.Runtime.InteropServices;
using System.Text.Json;

namespace Firetiger.DlqRedriver.Messages;

/// <summary>Tells what a body is and finds the original event in it.</summary>
internal static class BodyReader
{
    // EventBridge nests to 1,000 levels; the envelope adds two around the original.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1_002 };

    /// <summary>Reads a body.</summary>
    /// <param name="body">UTF-8.</param>
    /// <param name="fromRedriveRule">Whether the redrive rule failed it.</param>
    /// <returns>What it is.</returns>
    public static BodyContent Read(ReadOnlyMemory<byte> body, bool fromRedriveRule)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Options);
            return Classify(document.RootElement, body, fromRedriveRule);
        }
        // An escape of half a surrogate pair parses, but whatever looks at the name or the text throws the second.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new BodyContent(BodyShape.NotAnEvent);
        }
    }

    private static BodyContent Classify(JsonElement root, ReadOnlyMemory<byte> body, bool fromRedriveRule)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new BodyContent(BodyShape.NotAnEvent);
        }

        // Only the redrive bus carries this source: whatever rule failed it, wrapping it once more would hide its counts.
        if (Envelope(root) is { } envelope)
        {
            return Unwrap(envelope);
        }

        if (Is(root, "detail-type", "Encrypted Events"))
        {
            return new BodyContent(BodyShape.Encrypted);
        }

        return new BodyContent(fromRedriveRule ? BodyShape.EnvelopeLost : BodyShape.Original)
        {
            Event = body,
            EventId = Text(root, "id"),
            IsTest = Is(root, "source", TestEvent.Source),
        };
    }

    private static JsonElement? Envelope(JsonElement root) =>
        Is(root, "source", EnvelopeWriter.Source)
        && Is(root, "detail-type", EnvelopeWriter.DetailType)
        && root.TryGetProperty("detail", out var detail)
        && detail.ValueKind == JsonValueKind.Object
        && detail.TryGetProperty("event", out var original)
        && original.ValueKind == JsonValueKind.Object
            ? detail
            : null;

    private static BodyContent Unwrap(JsonElement detail)
    {
        var counts = RedriveCountsJson.Read(detail);
        var original = detail.GetProperty("event");
        return new BodyContent(counts is null ? BodyShape.EnvelopeDamaged : BodyShape.Enveloped)
        {
            Event = JsonMarshal.GetRawUtf8Value(original).ToArray(),
            EventId = Text(original, "id"),
            IsTest = Is(original, "source", TestEvent.Source),
            Counts = counts,
        };
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    private static bool Is(JsonElement root, string name, string value) =>
        root.TryGetProperty(name, out var member)
        && member.ValueKind == JsonValueKind.String
        && member.ValueEquals(value);
}
