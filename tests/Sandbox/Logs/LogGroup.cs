using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Logs;

/// <summary>A log group and its streams. Safe for concurrent use.</summary>
/// <param name="name">Its name.</param>
/// <param name="created">Milliseconds since 1970.</param>
internal sealed class LogGroup(string name, long created)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<LogEvent>> _streams = new(StringComparer.Ordinal);

    public string Name => name;

    public string Arn { get; } = Account.Arn("logs", $"log-group:{name}");

    public int? RetentionInDays { get; set; }

    public IReadOnlyDictionary<string, string> Tags { get; set; } = new Dictionary<string, string>();

    public void CreateStream(string stream)
    {
        lock (_lock)
        {
            if (!_streams.TryAdd(stream, []))
            {
                throw LogsErrors.StreamExists();
            }
        }
    }

    public void Add(string stream, IEnumerable<LogEvent> events)
    {
        lock (_lock)
        {
            Stream(stream).AddRange(events);
        }
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">Its name.</param>
    /// <returns>Its events in order of time.</returns>
    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public IReadOnlyList<LogEvent> Read(string stream)
    {
        lock (_lock)
        {
            return [.. Stream(stream).OrderBy(line => line.Timestamp)];
        }
    }

    public IReadOnlyList<LogEvent> ReadAll()
    {
        lock (_lock)
        {
            return [.. _streams.Values.SelectMany(events => events).OrderBy(line => line.Timestamp)];
        }
    }

    public JsonObject View()
    {
        var view = new JsonObject
        {
            ["logGroupName"] = name,
            ["creationTime"] = created,
            ["arn"] = $"{Arn}:*",
            ["logGroupArn"] = Arn,
            ["metricFilterCount"] = 0,
        };
        if (RetentionInDays is { } days)
        {
            view["retentionInDays"] = days;
        }

        return view;
    }

    private List<LogEvent> Stream(string stream) =>
        _streams.TryGetValue(stream, out var events) ? events : throw LogsErrors.NoStream();
}
