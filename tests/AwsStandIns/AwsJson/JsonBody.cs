#nullable enable
using System.Text.Json;

namespace AwsJson;

/// <summary>Reads a whole response body.</summary>
internal static class JsonBody
{
    /// <summary>A body of no bytes is an object without members.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static JsonDocument Read(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.Length == 0 ? Empty() : JsonDocument.Parse(copy.ToArray());
    }

    /// <summary>A proxy or load balancer on the way may answer an error with anything but a JSON object.</summary>
    public static JsonDocument ReadOrEmpty(Stream stream)
    {
        try
        {
            var document = Read(stream);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return Empty();
        }
        catch (JsonException)
        {
            return Empty();
        }
    }

    private static JsonDocument Empty() => JsonDocument.Parse("{}");
}
