using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Firetiger.DlqRedriver.Messages;

/// <summary>
/// Writes the envelope in which an event travels over the redrive bus, because PutEvents refuses sources that begin with
/// <c>aws.</c>. The rule's InputPath <c>$.detail.event</c> hands the destination what is inside.
/// </summary>
internal static class EnvelopeWriter
{
    /// <summary>The source of every copy.</summary>
    public const string Source = "firetiger.redrive";

    /// <summary>The detail type of every copy.</summary>
    public const string DetailType = "Dead-Lettered Event";

    /// <summary>Where the original is in a copy.</summary>
    public const string InputPath = "$.detail.event";

    // The original is never read and written again: numbers, escapes and key order stay what they were.
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    /// <summary>Writes the detail of a copy.</summary>
    /// <param name="counts">The counts it is to carry.</param>
    /// <param name="errorCode">Why the last delivery failed.</param>
    /// <param name="original">The event, valid JSON in UTF-8.</param>
    /// <returns>The detail.</returns>
    public static string Write(RedriveCounts counts, string? errorCode, ReadOnlySpan<byte> original)
    {
        var buffer = new ArrayBufferWriter<byte>(original.Length + 256);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            RedriveCountsJson.Write(writer, counts);
            writer.WriteString("errorCode", errorCode ?? "UNKNOWN");
            writer.WritePropertyName("event");
            writer.WriteRawValue(original, skipInputValidation: true);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
