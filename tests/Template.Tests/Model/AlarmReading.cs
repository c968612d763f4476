using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Firetiger.Template.Tests.Model;

/// <summary>When an alarm rings, in words that the template and the Terraform module share.</summary>
/// <param name="Name">Its name as Terraform writes it, such as <c>events-lost</c>.</param>
/// <param name="Metrics">What it looks at, as <c>id = namespace name statistic dimensions</c>, in order.</param>
/// <param name="Expression">What it makes of them; the id of the only metric, where it takes that as it is.</param>
/// <param name="Rings">The comparison and the threshold.</param>
/// <param name="Seconds">The period.</param>
/// <param name="Periods">How many periods of how many.</param>
/// <param name="Missing">What silence means.</param>
internal sealed partial record AlarmReading(
    string Name,
    string Metrics,
    string Expression,
    string Rings,
    string Seconds,
    string Periods,
    string Missing
)
{
    public static IReadOnlyList<AlarmReading> In(Stack stack) =>
        [
            .. stack
                .OfType("AWS::CloudWatch::Alarm")
                .Select(alarm => OfTemplate(stack, alarm.Id, alarm.Resource["Properties"]!)),
        ];

    /// <summary>Reads the rows of <c>alarms.tf</c>, with the defaults of a stack in the place of variables.</summary>
    public static IReadOnlyList<AlarmReading> In(string terraform, Stack defaults) =>
        [
            .. Row()
                .Matches(terraform)
                .Select(row => OfTerraform(row.Groups["name"].Value, WithDefaults(row.Groups["body"].Value, defaults))),
        ];

    private static AlarmReading OfTemplate(Stack stack, string id, JsonNode properties)
    {
        var single = properties.Text("MetricName") is not null;
        var readings = single
            ? [(Id: "", Metric: properties, Stat: properties.Text("Statistic"), Seconds: properties.Text("Period"))]
            : properties
                .Items("Metrics")
                .Where(metric => metric.At("MetricStat") is not null)
                .Select(metric =>
                    (
                        Id: metric.Text("Id")!,
                        Metric: metric.At("MetricStat/Metric")!,
                        Stat: metric.Text("MetricStat/Stat"),
                        Seconds: metric.Text("MetricStat/Period")
                    )
                )
                .ToArray();
        var evaluations = properties.Text("EvaluationPeriods");
        return new(
            Kebab(id)[..^"-alarm".Length],
            Sorted(
                readings.Select(one =>
                    $"{one.Id} = {one.Metric.Text("Namespace")} {one.Metric.Text("MetricName")} {one.Stat} {Dimensions(stack, one.Metric)}"
                )
            ),
            properties.Items("Metrics").Select(metric => metric.Text("Expression")).FirstOrDefault() ?? "",
            $"{properties.Text("ComparisonOperator")} {properties.Text("Threshold")}",
            readings.Select(one => one.Seconds!).Distinct().Single(),
            $"{properties.Text("DatapointsToAlarm") ?? evaluations} of {evaluations}",
            properties.Text("TreatMissingData")!
        );
    }

    private static string WithDefaults(string body, Stack defaults) =>
        Variable().Replace(body, variable => defaults.Parameters[Pascal(variable.Groups["name"].Value)]);

    private static AlarmReading OfTerraform(string name, string body)
    {
        var metrics = Metric().Matches(body);
        var expression = Field(body, "expression");
        var isSingle = metrics.Count == 1 && metrics[0].Groups["id"].Value == expression;
        return new(
            name,
            Sorted(
                metrics.Select(one =>
                    $"{(isSingle ? "" : one.Groups["id"].Value)} = {one.Groups["space"].Value.Replace("local.namespace", "Firetiger/EcsEvents", StringComparison.Ordinal)} "
                    + $"{one.Groups["name"].Value} {one.Groups["stat"].Value} {one.Groups["dimensions"].Value}"
                )
            ),
            isSingle ? "" : expression,
            Field(body, "rings").Replace(",", "", StringComparison.Ordinal),
            Field(body, "seconds").Replace("local.interval_seconds", "300", StringComparison.Ordinal),
            Field(body, "of").Replace(",", " of", StringComparison.Ordinal),
            Field(body, "missing")
        );
    }

    /// <summary>The value of a field without brackets and quotes; of a choice, what holds with a dead-letter queue.</summary>
    private static string Field(string body, string name)
    {
        var line = body.Split('\n').Single(line => line.TrimStart().StartsWith($"{name} ", StringComparison.Ordinal));
        var value = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..];
        return Choice().Replace(value, "${chosen}").Replace("\"", "", StringComparison.Ordinal).Trim(' ', '[', ']');
    }

    /// <summary>The name that metrics.tf has for these dimensions.</summary>
    private static string Dimensions(Stack stack, JsonNode metric)
    {
        var live = stack.Resources["EcsEventsRule"].Text("Properties/Name")!;
        var redrive = stack.Resources["RedriveRule"].Text("Properties/Name")!;
        var text = string.Join(
                ", ",
                metric.Items("Dimensions").Select(one => $"{one.Text("Name")}={one.Text("Value")}")
            )
            .Replace(live, "live", StringComparison.Ordinal)
            .Replace(redrive, "redrive", StringComparison.Ordinal)
            .Replace(stack.Parameters["AWS::StackName"], "stack", StringComparison.Ordinal);
        return text switch
        {
            "RuleName=live" => "live_rule",
            "RuleName=redrive, EventBusName=redrive" => "redrive_rule",
            "QueueName=DeadLetterQueue.QueueName" => "dead_letters",
            "QueueName=QuarantineQueue.QueueName" => "quarantine",
            "FunctionName=DlqRedriverFunction" => "redriver",
            "FunctionName=PatternValidatorFunction" => "validator",
            "StackName=stack" => "stack",
            _ => text,
        };
    }

    private static string Sorted(IEnumerable<string> metrics) =>
        string.Join("; ", metrics.Order(StringComparer.Ordinal));

    private static string Kebab(string pascal) => Capital().Replace(pascal, "-$0").TrimStart('-').ToLowerInvariant();

    private static string Pascal(string snake) =>
        string.Concat(snake.Split('_').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));

    [GeneratedRegex(
        @"^    (?<name>[a-z-]+) = \{\n(?<body>.*?)^    \}",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Row();

    [GeneratedRegex(
        """(?<id>\w+) += \[("(?<space>[^"]+)"|(?<space>local\.namespace)), (local\.keeps_undelivered \? )?"(?<name>\w+)"( : "\w+")?, "(?<stat>\w+)", local\.(?<dimensions>\w+)\]""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Metric();

    [GeneratedRegex(
        """local\.keeps_undelivered \? "(?<chosen>[^"]+)" : "[^"]+"$""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Choice();

    [GeneratedRegex(@"\$\{var\.(?<name>\w+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Capital();
}
