using Firetiger.Template.Tests.Checks;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>That somebody is told when something is wrong.</summary>
public sealed class AlarmTests
{
    [Theory]
    [InlineData("DeliveriesFailingAlarm", true)]
    [InlineData("EventsLostAlarm", true)]
    [InlineData("PatternValidatorFailingAlarm", true)]
    [InlineData("DestinationFailingAlarm", false)]
    [InlineData("OldestMessageAgeAlarm", false)]
    [InlineData("DeadLetterDepthAlarm", false)]
    [InlineData("QuarantineNotEmptyAlarm", false)]
    [InlineData("RedrivenNotMatchedAlarm", false)]
    [InlineData("RedriverFailingAlarm", false)]
    [InlineData("RedriverNotRunningAlarm", false)]
    [InlineData("RouteProblemAlarm", false)]
    public void An_alarm_is_there_with_the_redrive_and_perhaps_without(string alarm, bool without)
    {
        var template = TemplateFile.Read();

        Stack.Of(template).Resources.Keys.ShouldContain(alarm);
        Stack.Of(template, ("EnableDeadLetterQueue", "false")).Resources.ContainsKey(alarm).ShouldBe(without);
    }

    [Theory]
    [InlineData("true", "InvocationsFailedToBeSentToDlq")]
    [InlineData("false", "FailedInvocations")]
    public void Lost_is_what_no_queue_took(string enableDeadLetterQueue, string metric) =>
        MetricReading
            .In(Stack.Of(TemplateFile.Read(), ("EnableDeadLetterQueue", enableDeadLetterQueue)))
            .Where(reading => reading.Reader == "EventsLostAlarm")
            .Select(reading => reading.Name)
            .Distinct()
            .ShouldBe([metric]);

    [Fact]
    public void Alarms_and_dashboard_look_at_metrics_of_this_stack() =>
        Check(MetricChecks.MetricsAreThisStacks).ShouldHold();

    [Fact]
    public void A_metric_that_does_not_exist_is_found() =>
        Check(MetricChecks.MetricsAreThisStacks)
            .ShouldObjectTo(
                r =>
                    r.At("RedrivenNotMatchedAlarm/Properties/Metrics/2/MetricStat/Metric")!["MetricName"] =
                        "SuccessfulRuleMatches",
                because: "RedrivenNotMatchedAlarm looks at AWS/Events SuccessfulRuleMatches"
            );

    [Fact]
    public void A_bus_among_the_dimensions_of_a_rule_on_the_default_bus_is_found() =>
        Check(MetricChecks.MetricsAreThisStacks)
            .ShouldObjectTo(
                r =>
                    r.At("DeliveriesFailingAlarm/Properties/Metrics/1/MetricStat/Metric/Dimensions/1/Fn::If")![1] =
                        new System.Text.Json.Nodes.JsonObject { ["Name"] = "EventBusName", ["Value"] = "default" },
                because: "DeliveriesFailingAlarm looks at"
            );

    [Fact]
    public void A_custom_bus_that_is_missing_in_the_dimensions_is_found() =>
        Check(MetricChecks.MetricsAreThisStacks)
            .ShouldObjectTo(
                r =>
                    r.At("DeliveriesFailingAlarm/Properties/Metrics/1/MetricStat/Metric/Dimensions")!
                        .AsArray()
                        .RemoveAt(1),
                because: "RuleName=our-ecs-events"
            );

    [Fact]
    public void Alarms_notify_who_is_given() => Check(AlarmChecks.AlarmsNotifyWhoIsGiven).ShouldHold();

    [Fact]
    public void An_alarm_that_notifies_nobody_is_found() =>
        Check(AlarmChecks.AlarmsNotifyWhoIsGiven)
            .ShouldObjectTo(
                r => r.At("EventsLostAlarm/Properties")!.AsObject().Remove("AlarmActions"),
                because: "EventsLostAlarm"
            );

    [Fact]
    public void Alarms_say_what_silence_means() => Check(AlarmChecks.AlarmsSayWhatSilenceMeans).ShouldHold();

    [Fact]
    public void An_alarm_that_takes_a_dead_redrive_for_a_healthy_one_is_found() =>
        Check(AlarmChecks.AlarmsSayWhatSilenceMeans)
            .ShouldObjectTo(
                r => r.At("RedriverNotRunningAlarm/Properties")!["TreatMissingData"] = "notBreaching",
                because: "RedriverNotRunningAlarm"
            );

    [Fact]
    public void Alarms_say_what_to_do() => Check(AlarmChecks.AlarmsSayWhatToDo).ShouldHold();

    [Fact]
    public void An_alarm_without_a_description_is_found() =>
        Check(AlarmChecks.AlarmsSayWhatToDo)
            .ShouldObjectTo(
                r => r.At("RouteProblemAlarm/Properties")!.AsObject().Remove("AlarmDescription"),
                because: "RouteProblemAlarm"
            );

    [Fact]
    public void CloudWatch_can_evaluate_the_alarms_at_every_interval()
    {
        var template = TemplateFile.Read();

        foreach (var minutes in template.Texts("Parameters/RedriveIntervalMinutes/AllowedValues"))
        {
            AlarmChecks.AlarmsCanBeEvaluated(Stack.Of(template, ("RedriveIntervalMinutes", minutes))).ShouldBeEmpty();
        }
    }

    [Fact]
    public void An_alarm_over_more_than_a_week_is_found() =>
        Check(AlarmChecks.AlarmsCanBeEvaluated)
            .ShouldObjectTo(
                r => r.At("OldestMessageAgeAlarm/Properties")!["EvaluationPeriods"] = "29",
                because: "OldestMessageAgeAlarm"
            );

    [Fact]
    public void Expressions_name_their_metrics() => Check(AlarmChecks.ExpressionsNameTheirMetrics).ShouldHold();

    [Fact]
    public void An_expression_that_forgets_messages_in_flight_is_found() =>
        Check(AlarmChecks.ExpressionsNameTheirMetrics)
            .ShouldObjectTo(
                r => r.At("QuarantineNotEmptyAlarm/Properties/Metrics/0")!["Expression"] = "visible",
                because: "QuarantineNotEmptyAlarm judges by visible"
            );

    [Fact]
    public void An_outage_rings_within_a_quarter_of_an_hour() =>
        Check(AlarmChecks.AnOutageRingsWithinAQuarterOfAnHour).ShouldHold();

    [Fact]
    public void An_alarm_that_waits_for_hours_is_found() =>
        Check(AlarmChecks.AnOutageRingsWithinAQuarterOfAnHour)
            .ShouldObjectTo(
                r => r.At("DeliveriesFailingAlarm/Properties")!["EvaluationPeriods"] = "12",
                because: "too late"
            );

    [Fact]
    public void Only_alarms_of_this_stack_publish() => Check(AlarmChecks.OnlyThisStacksAlarmsPublish).ShouldHold();

    [Fact]
    public void A_topic_open_to_every_alarm_is_found() =>
        Check(AlarmChecks.OnlyThisStacksAlarmsPublish)
            .ShouldObjectTo(
                r => r.At("AlarmTopicPolicy/Properties/PolicyDocument/Statement/0")!.AsObject().Remove("Condition"),
                because: "anybody's"
            );

    private static Func<Stack, IEnumerable<string>> Check(Func<Stack, IEnumerable<string>> check) => check;
}
