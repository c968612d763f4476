using System.Buffers;
using System.Text;
using System.Text.Json;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Messages;

/// <summary>Our one message attribute: JSON, because SQS allows ten attributes and EventBridge takes six.</summary>
internal static class RedriveMark
{
    /// <summary>The name of the attribute.</summary>
    public const string AttributeName = "FiretigerRedrive";

    /// <summary>Writes it.</summary>
    /// <param name="counts">The counts to keep.</param>
    /// <param name="reason">Why the message is in quarantine.</param>
    /// <returns>The attribute's value.</returns>
    public static string Write(RedriveCounts counts, QuarantineReason reason)
    {
        var buffer = new ArrayBufferWriter<byte>(160);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("reason", reason.ToString());
            RedriveCountsJson.Write(writer, counts);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads the counts out of it.</summary>
    /// <param name="value">The attribute's value, or null.</param>
    /// <returns>The counts, or null when there are none that make sense.</returns>
    public static RedriveCounts? Read(string? value)
    {
        if (value is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(value);
            return RedriveCountsJson.Read(document.RootElement);
        }
        // The second is an escape of half a surrogate pair.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
