using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests.Checks;

/// <summary>That alarms ring where they should, and tell whom they should.</summary>
internal static partial class AlarmChecks
{
    private const int SecondsPerDay = 86_400;

    public static IEnumerable<string> AlarmsNotifyWhoIsGiven(Stack stack)
    {
        string[] expected =
        [
            .. stack.Parameters["AlarmTopicArn"] is { Length: > 0 } topic ? [topic] : Array.Empty<string>(),
            .. stack.Parameters["AlarmEmail"].Length > 0 ? ["AlarmTopic"] : Array.Empty<string>(),
        ];
        return Alarms(stack)
            .Where(alarm =>
                !alarm.Resource.Texts("Properties/AlarmActions").SequenceEqual(expected)
                || !alarm.Resource.Texts("Properties/OKActions").SequenceEqual(expected)
            )
            .Select(alarm => $"{alarm.Id} does not notify who was given");
    }

    /// <summary>The default, <c>missing</c>, rings for nobody and says nothing of what a silent metric means.</summary>
    public static IEnumerable<string> AlarmsSayWhatSilenceMeans(Stack stack) =>
        Alarms(stack)
            .Where(alarm => alarm.Resource.Text("Properties/TreatMissingData") != SilenceOf(alarm.Id))
            .Select(alarm => $"{alarm.Id} takes silence for something else");

    public static IEnumerable<string> AlarmsSayWhatToDo(Stack stack) =>
        Alarms(stack)
            .Where(alarm => alarm.Resource.Text("Properties/AlarmDescription") is not { Length: > 80 and <= 1024 })
            .Select(alarm => $"{alarm.Id} does not say what to do");

    /// <summary>CloudWatch looks back a day at most where the period is under an hour, and a week otherwise.</summary>
    public static IEnumerable<string> AlarmsCanBeEvaluated(Stack stack) =>
        from alarm in Alarms(stack)
        let properties = alarm.Resource["Properties"]
        let periods = Periods(properties)
        let evaluations = Number(properties.Text("EvaluationPeriods")!)
        where
            periods.Distinct().Count() != 1
            || periods[0] % 60 != 0
            || periods[0] * evaluations > (periods[0] < 3600 ? 1 : 7) * SecondsPerDay
            || Number(properties.Text("DatapointsToAlarm") ?? "1") > evaluations
        select $"{alarm.Id} has periods that CloudWatch refuses";

    public static IEnumerable<string> ExpressionsNameTheirMetrics(Stack stack) =>
        from alarm in Alarms(stack)
        let metrics = alarm.Resource.Items("Properties/Metrics")
        where metrics.Count > 0
        let ids = metrics.Select(metric => metric.Text("Id")!).ToHashSet(StringComparer.Ordinal)
        let judged = metrics.Where(metric => metric.Text("ReturnData") != "false").ToList()
        let used = Identifier().Matches(judged[0].Text("Expression") ?? "").Select(match => match.Value).ToHashSet()
        where judged.Count != 1 || !used.SetEquals(ids.Except([judged[0].Text("Id")!]))
        select $"{alarm.Id} judges by {string.Join(", ", used)}, but has {string.Join(", ", ids)}";

    /// <summary>The live ratio must tell of an outage within a quarter of an hour.</summary>
    public static IEnumerable<string> AnOutageRingsWithinAQuarterOfAnHour(Stack stack)
    {
        var alarm = stack.Resources.GetValueOrDefault("DeliveriesFailingAlarm");
        return
            alarm.Items("Properties/Metrics").Count > 0
            && Periods(alarm.At("Properties")!)[0] * Number(alarm.Text("Properties/EvaluationPeriods")!) <= 900
            ? []
            : ["An outage is told of too late"];
    }

    public static IEnumerable<string> OnlyThisStacksAlarmsPublish(Stack stack) =>
        stack
            .OfType("AWS::SNS::Topic")
            .Where(topic =>
                !stack
                    .OfType("AWS::SNS::TopicPolicy")
                    .Where(policy => policy.Resource.Texts("Properties/Topics").Contains(topic.Id))
                    .SelectMany(policy => policy.Resource.Items("Properties/PolicyDocument/Statement"))
                    .Any(statement =>
                        statement.Text("Effect") == "Allow"
                        && statement.Text("Principal/Service") == "cloudwatch.amazonaws.com"
                        && statement.Text("Condition/StringEquals/aws:SourceAccount") is not null
                        && statement
                            .Text("Condition/ArnLike/aws:SourceArn")
                            ?.EndsWith($":alarm:{stack.Parameters["AWS::StackName"]}-*", StringComparison.Ordinal)
                            == true
                    )
            )
            .Select(topic => $"{topic.Id} takes no alarms, or anybody's");

    private static string SilenceOf(string alarm) =>
        alarm switch
        {
            "RedriverNotRunningAlarm" => "breaching",
            "OldestMessageAgeAlarm" => "ignore",
            _ => "notBreaching",
        };

    private static IEnumerable<(string Id, JsonObject Resource)> Alarms(Stack stack) =>
        stack.OfType("AWS::CloudWatch::Alarm");

    private static int[] Periods(JsonNode? properties) =>
        [
            .. properties
                .Items("Metrics")
                .Select(metric => metric.Text("MetricStat/Period"))
                .Prepend(properties.Text("Period"))
                .OfType<string>()
                .Select(Number),
        ];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b[a-z][A-Za-z]*\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();
}
