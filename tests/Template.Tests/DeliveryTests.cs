using System.Text.Json.Nodes;
using Firetiger.Template.Tests.Checks;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>How events are sent.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public void Every_target_retries() => Check(DeliveryChecks.EveryTargetRetries).ShouldHold();

    [Fact]
    public void A_target_that_does_not_retry_is_found() =>
        Check(DeliveryChecks.EveryTargetRetries)
            .ShouldObjectTo(
                r => r.At("EcsEventsRule/Properties/Targets/0/RetryPolicy")!["MaximumRetryAttempts"] = "0",
                because: "EcsEventsRule"
            );

    [Fact]
    public void A_burst_has_a_day_to_arrive() =>
        Stack
            .Of(TemplateFile.Read())
            .Resources["EcsEventsRule"]
            .Text("Properties/Targets/0/RetryPolicy/MaximumEventAgeInSeconds")
            .ShouldBe("86400");

    [Fact]
    public void A_target_without_a_retry_policy_is_found() =>
        Check(DeliveryChecks.EveryTargetRetries)
            .ShouldObjectTo(
                r => r.At("RedriveRule/Properties/Targets/0")!.AsObject().Remove("RetryPolicy"),
                because: "RedriveRule"
            );

    [Fact]
    public void A_copy_is_settled_before_the_next_decision_about_it() =>
        Check(DeliveryChecks.CopiesAreSettledBeforeTheNextDecision).ShouldHold();

    [Fact]
    public void A_copy_that_lives_for_a_day_is_found() =>
        Check(DeliveryChecks.CopiesAreSettledBeforeTheNextDecision)
            .ShouldObjectTo(
                r => r.At("RedriveRule/Properties/Targets/0/RetryPolicy")!["MaximumEventAgeInSeconds"] = "86400",
                because: "900 s"
            );

    [Fact]
    public void A_redriven_event_leaves_its_envelope() =>
        Check(DeliveryChecks.RedrivenEventsLeaveTheirEnvelope).ShouldHold();

    [Fact]
    public void A_redrive_rule_that_sends_the_envelope_is_found() =>
        Check(DeliveryChecks.RedrivenEventsLeaveTheirEnvelope)
            .ShouldObjectTo(
                r => r.At("RedriveRule/Properties/Targets/0")!.AsObject().Remove("InputPath"),
                because: "sends the envelope"
            );

    [Fact]
    public void Redriven_events_go_where_live_ones_go() =>
        Check(DeliveryChecks.RedrivenEventsGoWhereLiveOnesGo).ShouldHold();

    [Fact]
    public void A_second_destination_is_found() =>
        Check(DeliveryChecks.RedrivenEventsGoWhereLiveOnesGo)
            .ShouldObjectTo(
                r =>
                    r.At("RedriveRule/Properties/Targets/0")!["Arn"] =
                        "arn:aws:events:eu-west-1:111122223333:api-destination/other",
                because: "RedriveRule"
            );

    [Fact]
    public void Attempts_on_Firetiger_are_counted_apart_from_the_log() =>
        Check(DeliveryChecks.EveryRuleHasOneTarget).ShouldHold();

    [Fact]
    public void A_log_among_the_targets_of_the_live_rule_is_found() =>
        Check(DeliveryChecks.EveryRuleHasOneTarget)
            .ShouldObjectTo(
                r =>
                    r.At("EcsEventsRule/Properties/Targets")!
                        .AsArray()
                        .Add(new JsonObject { ["Id"] = "Log", ["Arn"] = "arn:aws:logs:eu-west-1:1:log-group:x" }),
                because: "The metrics of EcsEventsRule"
            );

    [Fact]
    public void The_event_log_takes_what_is_sent() => Check(DeliveryChecks.TheEventLogTakesWhatIsSent).ShouldHold();

    [Fact]
    public void A_log_of_other_events_is_found() =>
        Check(DeliveryChecks.TheEventLogTakesWhatIsSent)
            .ShouldObjectTo(
                r => r.At("EventLogRule/Properties")!["EventPattern"] = """{"source":["aws.ecs"]}""",
                because: "other events"
            );

    [Fact]
    public void No_header_is_set_that_EventBridge_drops() =>
        Check(DeliveryChecks.NoHeaderThatEventBridgeDrops).ShouldHold();

    [Fact]
    public void A_User_Agent_header_is_found() =>
        Check(DeliveryChecks.NoHeaderThatEventBridgeDrops)
            .ShouldObjectTo(
                r => r.At("EcsEventsRule/Properties/Targets/0")!["HttpParameters"] = UserAgent(),
                because: "User-Agent"
            );

    [Fact]
    public void Runs_of_the_redrive_do_not_overlap() => Check(DeliveryChecks.RunsDoNotOverlap).ShouldHold();

    [Fact]
    public void A_run_longer_than_the_shortest_interval_is_found() =>
        Check(DeliveryChecks.RunsDoNotOverlap)
            .ShouldObjectTo(r => r.At("DlqRedriverFunction/Properties")!["Timeout"] = "120", because: "longer");

    private static JsonObject UserAgent() =>
        new() { ["HeaderParameters"] = new JsonObject { ["User-Agent"] = "Firetiger" } };

    private static Func<Stack, IEnumerable<string>> Check(Func<Stack, IEnumerable<string>> check) => check;
}
