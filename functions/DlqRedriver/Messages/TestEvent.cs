using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Firetiger.DlqRedriver.Messages;

/// <summary>
/// An event of nobody's, that shows whether events arrive. Its id is a UUID of version 7, which tells when it was sent.
/// </summary>
internal static class TestEvent
{
    /// <summary>The source of every test event.</summary>
    public const string Source = "firetiger.test";

    /// <summary>Writes one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="stackName">The stack that is tested.</param>
    /// <returns>The event as UTF-8, with the members that every event has.</returns>
    public static byte[] Write(Guid id, string stackName)
    {
        var buffer = new ArrayBufferWriter<byte>(320);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("version", "0");
            writer.WriteString("id", id);
            writer.WriteString("detail-type", "Delivery Test");
            writer.WriteString("source", Source);
            writer.WriteString("time", SentAt(id).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            writer.WriteStartArray("resources");
            writer.WriteEndArray();
            writer.WriteStartObject("detail");
            writer.WriteString("stackName", stackName);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads when a test was sent.</summary>
    /// <param name="id">A UUID of version 7: its first 48 bits are milliseconds since 1970 (RFC 9562, section 5.7).</param>
    /// <returns>The time.</returns>
    public static DateTimeOffset SentAt(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = 0L;
        foreach (var part in bytes[..6])
        {
            milliseconds = (milliseconds << 8) | part;
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}
