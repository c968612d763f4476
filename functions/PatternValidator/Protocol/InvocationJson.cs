using System.Text.Json;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>The payload of an invocation.</summary>
internal static class InvocationJson
{
    // However deep an EventPattern given as an object is, the request is answered.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = int.MaxValue };

    /// <summary>Reads a payload.</summary>
    /// <param name="input">The bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The payload, an object.</returns>
    /// <exception cref="InvalidRequestException">It is no JSON object.</exception>
    public static async Task<JsonElement> ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        var text = await RequestText.ReadAsync(input, cancellationToken);
        var payload = Parse(text);
        return payload.ValueKind == JsonValueKind.Object
            ? payload
            : throw new InvalidRequestException("The request is not a JSON object.");
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new InvalidRequestException("The request is not JSON.", exception);
        }
    }
}
