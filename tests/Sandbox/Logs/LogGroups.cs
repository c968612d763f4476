using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Logs;

/// <summary>Log groups: making, describing and deleting them.</summary>
internal sealed class LogGroups(SandboxContext context)
{
    private const string Name = "logGroupName";

    private static readonly int[] RetentionDays =
    [
        1,
        3,
        5,
        7,
        14,
        30,
        60,
        90,
        120,
        150,
        180,
        365,
        400,
        545,
        731,
        1096,
        1827,
        2192,
        2557,
        2922,
        3288,
        3653,
    ];

    private readonly ConcurrentDictionary<string, LogGroup> _groups = new(StringComparer.Ordinal);

    public static string Required(JsonObject input, string name) =>
        input.Text(name) is { Length: > 0 } text ? text : throw LogsErrors.Invalid($"{name} is required");

    public LogGroup Get(JsonObject input) =>
        _groups.GetValueOrDefault(Required(input, Name)) ?? throw LogsErrors.NoGroup();

    public JsonObject Create(JsonObject input)
    {
        var group = new LogGroup(Required(input, Name), context.Clock.Now.ToUnixTimeMilliseconds())
        {
            Tags = input.TextMap("tags"),
        };
        return _groups.TryAdd(group.Name, group) ? [] : throw LogsErrors.GroupExists();
    }

    public JsonObject Delete(JsonObject input) =>
        _groups.TryRemove(Required(input, Name), out _) ? [] : throw LogsErrors.NoGroup();

    public JsonObject PutRetention(JsonObject input)
    {
        var group = Get(input);
        var days = input.Whole("retentionInDays") ?? 0;
        if (!RetentionDays.Contains(days))
        {
            throw LogsErrors.Invalid(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"1 validation error detected: {days} is no retentionInDays"
                )
            );
        }

        group.RetentionInDays = days;
        return [];
    }

    public JsonObject DeleteRetention(JsonObject input)
    {
        Get(input).RetentionInDays = null;
        return [];
    }

    public JsonObject Describe(JsonObject input)
    {
        var prefix = input.Text("logGroupNamePrefix") ?? string.Empty;
        var found = _groups
            .Values.Where(group => group.Name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(group => group.Name, StringComparer.Ordinal)
            .Select(group => group.View());
        return new JsonObject { ["logGroups"] = new JsonArray([.. found]) };
    }

    public JsonObject Tag(JsonObject input)
    {
        var arn = Required(input, "resourceArn");
        var group =
            _groups.Values.FirstOrDefault(group => string.Equals(group.Arn, arn, StringComparison.Ordinal))
            ?? throw LogsErrors.NoGroup();
        var tags = group.Tags.ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in input.TextMap("tags"))
        {
            tags[key] = value;
        }

        group.Tags = tags;
        return [];
    }
}
