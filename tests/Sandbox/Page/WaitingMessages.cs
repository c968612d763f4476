using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Sqs;

namespace Firetiger.Sandbox.Page;

/// <summary>The messages of a queue as rows of the page: what failed, how often, and when it is tried next.</summary>
internal static class WaitingMessages
{
    private const string OwnMark = "FiretigerRedrive";

    /// <summary>Writes a row for each message.</summary>
    /// <param name="messages">The messages.</param>
    /// <returns>The rows.</returns>
    public static JsonArray ToRows(IEnumerable<SeenMessage> messages) => new([.. messages.Select(Row)]);

    private static JsonNode Row(SeenMessage seen)
    {
        var body = Read(seen.Message.Body);
        var envelope = body?["detail-type"]?.ToString() is "Dead-Lettered Event" ? body["detail"] : null;
        var original = envelope?["event"] ?? body;
        var mark = Read(Attribute(seen, OwnMark));
        return new JsonObject
        {
            ["messageId"] = seen.Message.Id,
            ["eventId"] = original?["id"]?.ToString(),
            ["what"] = What(original),
            ["error"] = Attribute(seen, "ERROR_CODE"),
            ["errorText"] = Attribute(seen, "ERROR_MESSAGE"),
            ["attempts"] = Count(envelope ?? mark, "attempt"),
            ["probes"] = Count(envelope ?? mark, "probe"),
            ["reason"] = mark?["reason"]?.ToString(),
            ["hiddenUntil"] = seen.HiddenUntil is { } until ? JsonValue.Create(until) : null,
        };
    }

    private static string What(JsonNode? original) =>
        original?["detail"] is JsonObject detail
        && (detail["stoppedReason"] ?? detail["lastStatus"] ?? detail["eventName"]) is { } told
            ? $"{told}"
            : $"{original?["detail-type"]}";

    private static int Count(JsonNode? counts, string name) =>
        counts?[name] is JsonValue value && value.TryGetValue<int>(out var count) ? count : 0;

    private static string? Attribute(SeenMessage seen, string name) =>
        seen.Message.Attributes[name]?["StringValue"]?.ToString();

    // Anybody may have sent anything to a queue.
    private static JsonObject? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
