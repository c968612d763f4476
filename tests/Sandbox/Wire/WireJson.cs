using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Wire;

/// <summary>JSON as the JSON protocols have it: timestamps are epoch seconds.</summary>
internal static class WireJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 128 };

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonWriterOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1000,
    };

    /// <summary>Reads a request's body.</summary>
    /// <param name="body">UTF-8; empty is an operation without input.</param>
    /// <returns>The input's members.</returns>
    /// <exception cref="AwsException">SerializationException.</exception>
    public static JsonObject Parse(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return [];
        }

        try
        {
            Utf8.GetCharCount(body);
            return JsonNode.Parse(body, documentOptions: Strict) as JsonObject
                ?? throw BadInput.Because("The request's body is not a JSON object");
        }
        catch (Exception bad) when (bad is JsonException or DecoderFallbackException || BadInput.Explains(bad))
        {
            throw BadInput.Because(bad.Message);
        }
    }

    public static byte[] Write(JsonNode output)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            Write(writer, output);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                writer.WriteStartObject();
                foreach (var (name, member) in members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValue value when Timestamp.TryGet(value, out var time):
                writer.WriteNumberValue(Timestamp.EpochSeconds(time));
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
