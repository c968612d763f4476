using System.Text.Json.Nodes;
using Firetiger.Template.Tests.Checks;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>That an event which cannot be delivered is kept.</summary>
public sealed class DeadLetterTests
{
    [Fact]
    public void Every_target_has_a_dead_letter_queue() =>
        Check(DeadLetterChecks.EveryTargetHasADeadLetterQueue).ShouldHold();

    [Fact]
    public void A_target_without_a_dead_letter_queue_is_found() =>
        Check(DeadLetterChecks.EveryTargetHasADeadLetterQueue)
            .ShouldObjectTo(
                r => r.At("RedriveRule/Properties/Targets/0")!.AsObject().Remove("DeadLetterConfig"),
                because: "target of RedriveRule"
            );

    [Fact]
    public void What_failed_to_be_logged_is_never_redriven() =>
        Check(DeadLetterChecks.TheEventLogIsNeverRedriven).ShouldHold();

    [Fact]
    public void A_dead_letter_queue_behind_the_event_log_is_found() =>
        Check(DeadLetterChecks.TheEventLogIsNeverRedriven)
            .ShouldObjectTo(
                r => r.At("EventLogRule/Properties/Targets/0")!["DeadLetterConfig"] = DeadLetterConfig(),
                because: "sent to Firetiger twice"
            );

    [Fact]
    public void A_live_target_without_its_dead_letter_queue_is_found() =>
        Check(DeadLetterChecks.EveryTargetHasADeadLetterQueue)
            .ShouldObjectTo(
                r => r.At("EcsEventsRule/Properties/Targets/0")!.AsObject().Remove("DeadLetterConfig"),
                because: "target of EcsEventsRule"
            );

    [Fact]
    public void The_queue_policy_admits_both_rules() => Check(DeadLetterChecks.QueuePolicyAdmitsEveryRule).ShouldHold();

    [Fact]
    public void A_missing_queue_policy_is_found() =>
        Check(DeadLetterChecks.QueuePolicyAdmitsEveryRule)
            .ShouldObjectTo(
                r =>
                {
                    r.Remove("DeadLetterQueuePolicy");
                    r.At("EcsEventsRule/Properties/Targets/0")!["DeadLetterConfig"] = DeadLetterConfig();
                },
                because: "does not admit"
            );

    [Fact]
    public void A_queue_policy_without_the_redrive_rule_is_found() =>
        Check(DeadLetterChecks.QueuePolicyAdmitsEveryRule)
            .ShouldObjectTo(r => r.At(SourceArns)!.AsArray().RemoveAt(1), because: "rule/firetiger-redrive-");

    [Fact]
    public void A_queue_policy_that_forgets_custom_buses_is_found() =>
        Check(DeadLetterChecks.QueuePolicyAdmitsEveryRule)
            .ShouldObjectTo(
                r => r.At(SourceArns + "/0/Fn::Sub/1")!["BusPath"] = "",
                because: "rule/orders/our-ecs-events"
            );

    [Fact]
    public void Both_rules_wait_for_the_queue_policy() =>
        Check(DeadLetterChecks.RulesWaitForTheQueuePolicy).ShouldHold();

    [Fact]
    public void A_live_rule_that_does_not_wait_is_found() =>
        Check(DeadLetterChecks.RulesWaitForTheQueuePolicy)
            .ShouldObjectTo(
                r => r.At("EcsEventsRule/Properties/Targets/0")!["DeadLetterConfig"] = DeadLetterConfig(),
                because: "EcsEventsRule may be made before"
            );

    [Fact]
    public void A_redrive_rule_that_does_not_wait_is_found() =>
        Check(DeadLetterChecks.RulesWaitForTheQueuePolicy)
            .ShouldObjectTo(
                r => r["RedriveRule"]!.AsObject().Remove("DependsOn"),
                because: "RedriveRule may be made before"
            );

    [Fact]
    public void The_queues_refuse_plain_http() => Check(DeadLetterChecks.QueuesRefusePlainHttp).ShouldHold();

    [Fact]
    public void A_queue_open_to_plain_http_is_found() =>
        Check(DeadLetterChecks.QueuesRefusePlainHttp)
            .ShouldObjectTo(r => r.Remove("QuarantineQueuePolicy"), because: "QuarantineQueue can be reached");

    [Fact]
    public void The_queues_outlive_the_stack() => Check(DeadLetterChecks.QueuesAreKept).ShouldHold();

    [Fact]
    public void A_queue_that_goes_with_the_stack_is_found() =>
        Check(DeadLetterChecks.QueuesAreKept)
            .ShouldObjectTo(
                r => r["DeadLetterQueue"]!.AsObject().Remove("DeletionPolicy"),
                because: "DeadLetterQueue goes"
            );

    [Fact]
    public void A_queue_that_a_replacement_deletes_is_found() =>
        Check(DeadLetterChecks.QueuesAreKept)
            .ShouldObjectTo(
                r => r["QuarantineQueue"]!["UpdateReplacePolicy"] = "Delete",
                because: "QuarantineQueue goes"
            );

    [Fact]
    public void The_queues_are_encrypted() => Check(DeadLetterChecks.QueuesAreEncrypted).ShouldHold();

    [Fact]
    public void A_queue_without_encryption_is_found() =>
        Check(DeadLetterChecks.QueuesAreEncrypted)
            .ShouldObjectTo(
                r => r.At("DeadLetterQueue/Properties")!.AsObject().Remove("SqsManagedSseEnabled"),
                because: "DeadLetterQueue does not say"
            );

    private const string SourceArns =
        "DeadLetterQueuePolicy/Properties/PolicyDocument/Statement/0/Condition/ArnEquals/aws:SourceArn";

    private static JsonObject DeadLetterConfig() =>
        new()
        {
            ["Fn::If"] = new JsonArray(
                "KeepsUndelivered",
                new JsonObject
                {
                    ["Arn"] = new JsonObject { ["Fn::GetAtt"] = new JsonArray("DeadLetterQueue", "Arn") },
                },
                new JsonObject { ["Ref"] = "AWS::NoValue" }
            ),
        };

    private static Func<Stack, IEnumerable<string>> Check(Func<Stack, IEnumerable<string>> check) => check;
}
