using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.CloudWatch;

/// <summary>PutMetricData.</summary>
internal sealed class MetricWriting(SandboxContext context, MetricStore store)
{
    private const int MostMetrics = 1000;
    private const int MostValues = 150;
    private static readonly TimeSpan LongestPast = TimeSpan.FromDays(14);
    private static readonly TimeSpan LongestFuture = TimeSpan.FromHours(2);

    public JsonObject Run(AwsRequest request)
    {
        var nameSpace = request.Input.Text("Namespace") ?? throw CloudWatchErrors.Missing("Namespace");
        if (
            nameSpace.Length == 0
            || (nameSpace.StartsWith("AWS/", StringComparison.Ordinal) && request.Caller is not Principal.Service)
        )
        {
            throw CloudWatchErrors.InvalidValue($"The value {nameSpace} for parameter Namespace is invalid.");
        }

        var data = request.Input.Structures("MetricData");
        if (data.Count is 0 or > MostMetrics)
        {
            throw CloudWatchErrors.InvalidValue($"MetricData must have 1 to {MostMetrics} members.");
        }

        // All or nothing: every datum is read before the first is kept.
        var samples = data.Select(datum => (Metric.Parse(nameSpace, datum), Read(datum))).ToArray();
        foreach (var (metric, sample) in samples)
        {
            store.Add(metric, sample);
        }

        return [];
    }

    private static Sample OfStatistics(DateTimeOffset time, JsonObject statistics) =>
        new(
            time,
            Required(statistics, "SampleCount"),
            Required(statistics, "Sum"),
            Required(statistics, "Minimum"),
            Required(statistics, "Maximum")
        );

    private static double Required(JsonObject input, string name) =>
        input.Number(name) ?? throw CloudWatchErrors.Missing(name);

    private static Sample OfValues(DateTimeOffset time, JsonObject datum)
    {
        var values = datum.Numbers("Values");
        var counts = datum["Counts"] is null ? [.. values.Select(_ => 1.0)] : datum.Numbers("Counts");
        if (values.Count is 0 or > MostValues || counts.Count != values.Count)
        {
            throw CloudWatchErrors.InvalidValue(
                $"Values must have 1 to {MostValues} members, and Counts as many as Values."
            );
        }

        var sum = values.Zip(counts).Sum(pair => pair.First * pair.Second);
        return new Sample(time, counts.Sum(), sum, values.Min(), values.Max());
    }

    private Sample Read(JsonObject datum)
    {
        var now = context.Clock.Now;
        var time = datum.Time("Timestamp") ?? now;
        if (time < now - LongestPast || time > now + LongestFuture)
        {
            throw CloudWatchErrors.InvalidValue(
                "Timestamp must be between two weeks in the past and two hours in the future."
            );
        }

        return (datum.Number("Value"), datum.Structure("StatisticValues")) switch
        {
            ({ } value, null) => new Sample(time, 1, value, value, value),
            (null, { } statistics) => OfStatistics(time, statistics),
            (null, null) => OfValues(time, datum),
            _ => throw CloudWatchErrors.InvalidValue("Value and StatisticValues are mutually exclusive."),
        };
    }
}
