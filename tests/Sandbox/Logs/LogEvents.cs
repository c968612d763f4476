using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Logs;

/// <summary>Writing and reading the lines of logs.</summary>
internal sealed class LogEvents(SandboxContext context, LogGroups groups)
{
    private const int MostEvents = 10_000;

    public JsonObject CreateStream(JsonObject input)
    {
        groups.Get(input).CreateStream(LogGroups.Required(input, "logStreamName"));
        return [];
    }

    public JsonObject Put(JsonObject input)
    {
        var stream = LogGroups.Required(input, "logStreamName");
        var now = context.Clock.Now.ToUnixTimeMilliseconds();
        var events = input
            .Structures("logEvents")
            .Select(line => new LogEvent(
                stream,
                Milliseconds(line, "timestamp") ?? throw LogsErrors.Invalid("timestamp is required"),
                LogGroups.Required(line, "message"),
                now
            ))
            .ToArray();
        if (events.Length is 0 or > MostEvents)
        {
            throw LogsErrors.Invalid($"logEvents must have 1 to {MostEvents} members");
        }

        if (events.Zip(events.Skip(1)).Any(pair => pair.First.Timestamp > pair.Second.Timestamp))
        {
            throw LogsErrors.Invalid("Log events in a single PutLogEvents request must be in chronological order.");
        }

        groups.Get(input).Add(stream, events);
        return [];
    }

    public JsonObject Get(JsonObject input)
    {
        var found = Within(groups.Get(input).Read(LogGroups.Required(input, "logStreamName")), input);
        return new JsonObject
        {
            ["events"] = new JsonArray([.. found.Select(line => line.View())]),
            ["nextForwardToken"] = "f/0",
            ["nextBackwardToken"] = "b/0",
        };
    }

    public JsonObject Filter(JsonObject input)
    {
        var streams = input.Texts("logStreamNames");
        var term = Term(input.Text("filterPattern") ?? string.Empty);
        var found = Within(groups.Get(input).ReadAll(), input)
            .Where(line => streams.Count == 0 || streams.Contains(line.Stream, StringComparer.Ordinal))
            .Where(line => line.Message.Contains(term, StringComparison.Ordinal))
            .Select(line =>
            {
                var view = line.View();
                view["logStreamName"] = line.Stream;
                return view;
            });
        return new JsonObject { ["events"] = new JsonArray([.. found]), ["searchedLogStreams"] = new JsonArray() };
    }

    private static IEnumerable<LogEvent> Within(IEnumerable<LogEvent> events, JsonObject input)
    {
        var start = Milliseconds(input, "startTime") ?? long.MinValue;
        var end = Milliseconds(input, "endTime") ?? long.MaxValue;
        return events.Where(line => line.Timestamp >= start && line.Timestamp < end);
    }

    private static string Term(string pattern)
    {
        var term = pattern is ['"', .. var quoted, '"'] ? quoted : pattern;
        return term.Length == 0 || !(term[0] is '{' or '[' or '%' or '?' or '-')
            ? term
            : throw LogsErrors.Invalid($"The sandbox filters by one plain term, not by {pattern}");
    }

    private static long? Milliseconds(JsonObject input, string name) =>
        input[name] switch
        {
            null => null,
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => (long)input.Number(name)!.Value,
            _ => throw BadInput.Because($"{name} is not a number"),
        };
}
