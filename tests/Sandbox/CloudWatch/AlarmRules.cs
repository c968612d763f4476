using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.CloudWatch;

/// <summary>What CloudWatch refuses in an alarm ("PutMetricAlarm", API reference).</summary>
internal static partial class AlarmRules
{
    private const int SecondsPerDay = 86_400;

    private static readonly string[] Comparisons =
    [
        "GreaterThanOrEqualToThreshold",
        "GreaterThanThreshold",
        "LessThanOrEqualToThreshold",
        "LessThanThreshold",
    ];

    private static readonly string[] Silences = ["breaching", "notBreaching", "ignore", "missing"];

    private static readonly string[] Statistics = ["Average", "Maximum", "Minimum", "SampleCount", "Sum"];

    /// <summary>The functions of metric math that the sandbox has heard of.</summary>
    private static readonly string[] Functions = ["AND", "FILL", "IF", "OR"];

    /// <summary>Refuses what CloudWatch would.</summary>
    /// <param name="alarm">The input of PutMetricAlarm.</param>
    /// <exception cref="Hosting.AwsException">InvalidParameterValueException.</exception>
    public static void Demand(JsonObject alarm)
    {
        OneOf(alarm.Text("ComparisonOperator"), Comparisons, "ComparisonOperator");
        OneOf(alarm.Text("TreatMissingData") ?? "missing", Silences, "TreatMissingData");
        if (alarm.Structures("Metrics") is { Count: > 0 } metrics)
        {
            DemandMath(metrics);
        }
        else if (alarm.ContainsKey("Statistic"))
        {
            OneOf(alarm.Text("Statistic"), Statistics, "Statistic");
        }

        DemandPeriods(alarm);
        foreach (var action in new[] { "AlarmActions", "OKActions", "InsufficientDataActions" }.SelectMany(alarm.Texts))
        {
            If(!action.StartsWith("arn:", StringComparison.Ordinal), $"Invalid arn syntax: {action}");
        }
    }

    private static void DemandMath(IReadOnlyList<JsonObject> metrics)
    {
        var ids = metrics.Select(metric => metric.Text("Id") ?? "").ToList();
        If(ids.Distinct(StringComparer.Ordinal).Count() < ids.Count, "The Ids of Metrics must differ.");
        If(ids.Exists(id => !Id().IsMatch(id)), "An Id begins with a lower-case letter.");
        If(
            metrics.Count(metric => metric.Flag("ReturnData") ?? true) != 1,
            "Exactly one element of Metrics must return data."
        );
        foreach (var metric in metrics)
        {
            If(
                metric.ContainsKey("Expression") == metric.ContainsKey("MetricStat"),
                "Either Expression or MetricStat."
            );
            var unknown = Word()
                .Matches(metric.Text("Expression") ?? "")
                .Select(match => match.Value)
                .Except([.. ids, .. Functions], StringComparer.Ordinal)
                .FirstOrDefault();
            If(unknown is not null, $"Error in expression '{metric.Text("Id")}': {unknown} is not known.");
            if (metric.Structure("MetricStat") is { } stat)
            {
                OneOf(stat.Text("Stat"), Statistics, "Stat");
                If(stat.Structure("Metric")?.Text("MetricName") is null, "A MetricStat needs a Metric.");
            }
        }
    }

    private static void DemandPeriods(JsonObject alarm)
    {
        List<int> periods =
        [
            .. alarm
                .Structures("Metrics")
                .Select(metric => metric.Structure("MetricStat")?.Whole("Period"))
                .Prepend(alarm.Whole("Period"))
                .OfType<int>(),
        ];
        var evaluations = alarm.Whole("EvaluationPeriods") ?? 1;
        If((alarm.Whole("DatapointsToAlarm") ?? 1) > evaluations, "DatapointsToAlarm exceeds EvaluationPeriods.");
        If(periods.Distinct().Count() > 1, "All metrics of an alarm must have one Period.");
        foreach (var period in periods)
        {
            If(period is not (10 or 20 or 30) && (period < 60 || period % 60 != 0), $"Invalid Period: {period}");
            var longest = (period < 3600 ? 1 : 7) * SecondsPerDay;
            If(period * evaluations > longest, "Metrics cannot be checked across more than a day, or a week of hours.");
        }
    }

    private static void OneOf(string? value, string[] allowed, string member) =>
        If(
            !allowed.Contains(value, StringComparer.Ordinal),
            string.Create(CultureInfo.InvariantCulture, $"{value} is not a valid value for {member}.")
        );

    private static void If(bool isWrong, string why)
    {
        if (isWrong)
        {
            throw CloudWatchErrors.InvalidValue(why);
        }
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9_]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\b[A-Za-z_][A-Za-z0-9_]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
