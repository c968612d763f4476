using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.Logs;

/// <summary>One line of a log.</summary>
/// <param name="Stream">Its stream's name.</param>
/// <param name="Timestamp">Milliseconds since 1970.</param>
/// <param name="Message">The line.</param>
/// <param name="IngestionTime">When it arrived, in milliseconds since 1970.</param>
internal sealed record LogEvent(string Stream, long Timestamp, string Message, long IngestionTime)
{
    public JsonObject View() =>
        new()
        {
            ["timestamp"] = Timestamp,
            ["message"] = Message,
            ["ingestionTime"] = IngestionTime,
        };
}
