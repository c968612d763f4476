using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Firetiger.DlqRedriver.Messages;

/// <summary>Our one message attribute: JSON, because SQS allows ten attributes and EventBridge takes six.</summary>
/// <param name="Counts">The counts that go with the message.</param>
/// <param name="Reason">Why the message is in quarantine (a <see cref="Policy.QuarantineReason"/>), or null.</param>
internal sealed record RedriveMark(RedriveCounts Counts, string? Reason)
{
    /// <summary>The name of the attribute.</summary>
    public const string AttributeName = "FiretigerRedrive";

    /// <summary>Reads it.</summary>
    /// <param name="value">The attribute's value, or null.</param>
    /// <returns>The mark, or null when there is none that makes sense.</returns>
    public static RedriveMark? Read(string? value)
    {
        if (value is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(value);
            return RedriveCountsJson.Read(document.RootElement) is { } counts
                ? new RedriveMark(counts, ReasonOf(document.RootElement))
                : null;
        }
        // The second is an escape of half a surrogate pair.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Writes it.</summary>
    /// <returns>The attribute's value.</returns>
    public string Write()
    {
        var buffer = new ArrayBufferWriter<byte>(160);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (Reason is not null)
            {
                writer.WriteString("reason", Reason);
            }

            RedriveCountsJson.Write(writer, Counts);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string? ReasonOf(JsonElement mark) =>
        mark.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String
            ? reason.GetString()
            : null;
}
