using System.Text.Json;

namespace Firetiger.DlqRedriver.Requests;

/// <summary>Reads invocation payloads. What it does not know is an error: a misspelt <c>dryRun</c> must not move a queue.</summary>
internal static class RequestReader
{
    private const string Known = "known are action (\"redrive\"), dryRun, maxMessages and errorCodes";

    /// <summary>Reads a payload.</summary>
    /// <param name="payload">JSON.</param>
    /// <returns>What it asks for.</returns>
    /// <exception cref="InvalidRequestException">It asks for nothing that exists.</exception>
    public static RedriveRequest Read(Stream payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return Read(document.RootElement);
        }
        // The second is an escape of half a surrogate pair.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidRequestException($"The payload is not JSON of Unicode text; {Known}.");
        }
    }

    private static RedriveRequest Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidRequestException($"The payload must be a JSON object; {Known}.");
        }

        var request = new RedriveRequest();
        foreach (var member in root.EnumerateObject())
        {
            request = With(request, member.Name, member.Value);
        }

        return request;
    }

    private static RedriveRequest With(RedriveRequest request, string name, JsonElement value) =>
        name switch
        {
            "action" => value.ValueKind == JsonValueKind.String && value.ValueEquals("redrive")
                ? request
                : throw new InvalidRequestException($"The action {value.GetRawText()} is not known; {Known}."),
            "dryRun" => request with { DryRun = Flag(name, value) },
            "maxMessages" => request with { MaxMessages = Positive(name, value) },
            "errorCodes" => request with { ErrorCodes = Texts(name, value) },
            _ => throw new InvalidRequestException($"The member '{name}' is not known; {Known}."),
        };

    private static bool Flag(string name, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new InvalidRequestException($"{name} must be true or false."),
        };

    private static int Positive(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0
            ? number
            : throw new InvalidRequestException($"{name} must be a whole number over 0.");

    private static List<string> Texts(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : throw new InvalidRequestException($"{name} must be an array of texts.");
}
