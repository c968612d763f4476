using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.CloudWatch;

/// <summary>GetMetricData and ListMetrics.</summary>
internal sealed partial class MetricReading(SandboxContext context, MetricStore store)
{
    private const int MostQueries = 500;

    public JsonObject Get(JsonObject input)
    {
        var start = input.Time("StartTime") ?? throw CloudWatchErrors.Missing("StartTime");
        var end = input.Time("EndTime") ?? throw CloudWatchErrors.Missing("EndTime");
        if (start >= end)
        {
            throw CloudWatchErrors.InvalidValue("The parameter StartTime must be less than the parameter EndTime.");
        }

        var queries = input.Structures("MetricDataQueries");
        if (queries.Count is 0 or > MostQueries)
        {
            throw CloudWatchErrors.InvalidValue($"MetricDataQueries must have 1 to {MostQueries} members.");
        }

        var isNewestFirst = input.Text("ScanBy") is null or "TimestampDescending";
        var results = queries.Select(query => (query, Result: Read(query, start, end, isNewestFirst))).ToArray();
        return new JsonObject
        {
            ["MetricDataResults"] = new JsonArray([
                .. results.Where(entry => entry.query.Flag("ReturnData") ?? true).Select(entry => entry.Result),
            ]),
            ["Messages"] = new JsonArray(),
        };
    }

    public JsonObject List(JsonObject input)
    {
        var wanted = input.Structures("Dimensions");
        var found = store.Metrics.Where(metric =>
            Agrees(input.Text("Namespace"), metric.Namespace)
            && Agrees(input.Text("MetricName"), metric.Name)
            && wanted.All(filter => metric.Dimensions.Any(dimension => Agrees(filter, dimension)))
        );
        return new JsonObject { ["Metrics"] = new JsonArray([.. found.Select(metric => metric.View())]) };
    }

    [GeneratedRegex(@"^[a-z][a-zA-Z0-9_]{0,254}\z", RegexOptions.None, 1000)]
    private static partial Regex IdShape();

    private static bool Agrees(JsonObject filter, KeyValuePair<string, string> dimension) =>
        Agrees(filter.Text("Name"), dimension.Key) && Agrees(filter.Text("Value"), dimension.Value);

    private static bool Agrees(string? wanted, string actual) =>
        wanted is null || string.Equals(wanted, actual, StringComparison.Ordinal);

    private JsonObject Read(JsonObject query, DateTimeOffset start, DateTimeOffset end, bool isNewestFirst)
    {
        var id = query.Text("Id") ?? throw CloudWatchErrors.Missing("Id");
        if (!IdShape().IsMatch(id))
        {
            throw CloudWatchErrors.InvalidValue(
                $"The value {id} for parameter MetricDataQueries.member.Id is not valid."
            );
        }

        if (query.ContainsKey("Expression"))
        {
            throw CloudWatchErrors.InvalidValue("The sandbox has no metric expressions.");
        }

        var wanted = query.Structure("MetricStat") ?? throw CloudWatchErrors.Missing("MetricStat");
        var metric = wanted.Structure("Metric") ?? throw CloudWatchErrors.Missing("Metric");
        var parsed = Metric.Parse(metric.Text("Namespace") ?? throw CloudWatchErrors.Missing("Namespace"), metric);
        var statistic = wanted.Text("Stat") ?? throw CloudWatchErrors.Missing("Stat");
        var samples = store.Read(parsed, start, end, context.Clock.Compress(Period(wanted)));
        Sample[] ordered = [.. isNewestFirst ? samples.Reverse() : samples];
        return new JsonObject
        {
            ["Id"] = id,
            ["Label"] = query.Text("Label") ?? parsed.Name,
            ["Timestamps"] = new JsonArray([.. ordered.Select(sample => JsonValue.Create(sample.Time))]),
            ["Values"] = new JsonArray([.. ordered.Select(sample => JsonValue.Create(sample.Statistic(statistic)))]),
            ["StatusCode"] = "Complete",
        };
    }

    private static TimeSpan Period(JsonObject wanted) =>
        wanted.Whole("Period") switch
        {
            null => throw CloudWatchErrors.Missing("Period"),
            { } seconds when seconds is 1 or 5 or 10 or 20 or 30 || (seconds > 0 && seconds % 60 == 0) =>
                TimeSpan.FromSeconds(seconds),
            _ => throw CloudWatchErrors.InvalidValue("Period must be 1, 5, 10, 20, 30 or a multiple of 60."),
        };
}
