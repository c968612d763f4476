using Firetiger.Template.Tests.Checks;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>What the roles may do, and for whom.</summary>
public sealed class RoleTests
{
    [Fact]
    public void No_role_has_a_wildcard_it_could_do_without() => Check(RoleChecks.NoWildcards).ShouldHold();

    [Fact]
    public void A_role_that_may_do_anything_with_a_queue_is_found() =>
        Check(RoleChecks.NoWildcards)
            .ShouldObjectTo(
                r => r.At("DlqRedriverRole/Properties/Policies/1/PolicyDocument/Statement/0")!["Action"] = "sqs:*",
                because: "may sqs:*"
            );

    [Fact]
    public void A_role_that_may_put_events_on_any_bus_is_found() =>
        Check(RoleChecks.NoWildcards)
            .ShouldObjectTo(
                r => r.At("DlqRedriverRole/Properties/Policies/2/PolicyDocument/Statement/0")!["Resource"] = "*",
                because: "PutEvents on *"
            );

    [Fact]
    public void Metrics_go_to_our_namespace_only() => Check(RoleChecks.MetricsOnlyInOurNamespace).ShouldHold();

    [Fact]
    public void A_role_that_may_write_any_metric_is_found() =>
        Check(RoleChecks.MetricsOnlyInOurNamespace)
            .ShouldObjectTo(
                r =>
                    r.At("DlqRedriverRole/Properties/Policies/4/PolicyDocument/Statement/0")!
                        .AsObject()
                        .Remove("Condition"),
                because: "any metric"
            );

    [Fact]
    public void Only_envelopes_are_put_on_the_redrive_bus() => Check(RoleChecks.OnlyEnvelopesAreSent).ShouldHold();

    [Fact]
    public void A_role_that_may_put_any_event_on_it_is_found() =>
        Check(RoleChecks.OnlyEnvelopesAreSent)
            .ShouldObjectTo(
                r =>
                    r.At("DlqRedriverRole/Properties/Policies/2/PolicyDocument/Statement/0")!
                        .AsObject()
                        .Remove("Condition"),
                because: "any event on RedriveBus.Arn"
            );

    [Fact]
    public void The_role_of_the_rules_only_invokes_the_destination() =>
        Check(RoleChecks.RulesOnlyInvokeTheDestination).ShouldHold();

    [Fact]
    public void A_useless_permission_for_the_queue_is_found() =>
        Check(RoleChecks.RulesOnlyInvokeTheDestination)
            .ShouldObjectTo(
                r =>
                    r.At("InvokeDestinationRole/Properties/Policies/0/PolicyDocument/Statement/0")!["Action"] =
                        "sqs:SendMessage",
                because: "sqs:SendMessage"
            );

    [Fact]
    public void Services_act_for_this_stack_only() => Check(RoleChecks.ServicesActForThisStackOnly).ShouldHold();

    [Fact]
    public void A_trust_without_a_condition_is_found() =>
        Check(RoleChecks.ServicesActForThisStackOnly)
            .ShouldObjectTo(
                r =>
                    r.At("InvokeDestinationRole/Properties/AssumeRolePolicyDocument/Statement/0")!
                        .AsObject()
                        .Remove("Condition"),
                because: "events.amazonaws.com may assume"
            );

    [Fact]
    public void A_trust_in_any_schedule_is_found() =>
        Check(RoleChecks.ServicesActForThisStackOnly)
            .ShouldObjectTo(
                r =>
                    r.At("RedriveScheduleRole/Properties/AssumeRolePolicyDocument/Statement/0/Condition/StringEquals")!
                        .AsObject()
                        .Remove("aws:SourceArn"),
                because: "scheduler.amazonaws.com may assume"
            );

    [Fact]
    public void Every_role_takes_the_permissions_boundary() => Check(RoleChecks.RolesTakeTheBoundary).ShouldHold();

    [Fact]
    public void A_role_without_the_boundary_is_found() =>
        Check(RoleChecks.RolesTakeTheBoundary)
            .ShouldObjectTo(
                r => r.At("RedriveScheduleRole/Properties")!.AsObject().Remove("PermissionsBoundary"),
                because: "RedriveScheduleRole ignores"
            );

    private static Func<Stack, IEnumerable<string>> Check(Func<Stack, IEnumerable<string>> check) => check;
}
