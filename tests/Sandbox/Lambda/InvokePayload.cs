using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Lambda;

/// <summary>Reads Invoke's Payload: over HTTP the body, in the API reference's JSON a blob.</summary>
internal static class InvokePayload
{
    /// <summary>Reads it.</summary>
    /// <param name="payload">JSON, JSON as text, or either in Base64; null for none.</param>
    /// <returns>The event's bytes.</returns>
    /// <exception cref="AwsException">InvalidRequestContentException: it is no JSON.</exception>
    public static byte[] Read(JsonNode? payload)
    {
        var text = payload is JsonObject or JsonArray ? payload.ToJsonString() : LambdaInput.Scalar(payload) ?? "{}";
        var bytes = Encoding.UTF8.GetBytes(text.Length == 0 ? "{}" : text);
        if (IsJson(bytes))
        {
            return bytes;
        }

        var decoded = new byte[text.Length];
        return Convert.TryFromBase64String(text, decoded, out var length) && IsJson(decoded.AsSpan(0, length))
            ? decoded[..length]
            : throw new AwsException(
                "InvalidRequestContentException",
                "Could not parse request body into json: Could not parse payload into json"
            );
    }

    private static bool IsJson(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            return JsonDocument.TryParseValue(ref reader, out var document) && Ended(document, ref reader);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Ended(JsonDocument document, ref Utf8JsonReader reader)
    {
        document.Dispose();
        return !reader.Read();
    }
}
