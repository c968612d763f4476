using Firetiger.Template.Tests.Checks;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>That the pattern is checked before anything uses it.</summary>
public sealed class ValidationTests
{
    [Fact]
    public void The_rule_waits_for_the_check() => Check(ValidationChecks.TheRuleWaitsForTheCheck).ShouldHold();

    [Fact]
    public void A_rule_that_does_not_wait_for_the_check_is_found() =>
        Check(ValidationChecks.TheRuleWaitsForTheCheck)
            .ShouldObjectTo(
                r => r["EcsEventsRule"]!.AsObject().Remove("DependsOn"),
                because: "before its pattern is checked"
            );

    [Fact]
    public void The_check_waits_for_its_function_only() =>
        Check(ValidationChecks.TheCheckWaitsForItsFunctionOnly).ShouldHold();

    [Fact]
    public void A_check_behind_the_connection_is_found() =>
        Check(ValidationChecks.TheCheckWaitsForItsFunctionOnly)
            .ShouldObjectTo(
                r => r["EventPatternCheck"]!["DependsOn"] = "FiretigerConnection",
                because: "only after FiretigerConnection"
            );

    [Fact]
    public void A_check_without_an_answer_ends_soon() => Check(ValidationChecks.NobodyWaitsAnHour).ShouldHold();

    [Fact]
    public void A_check_that_waits_an_hour_is_found() =>
        Check(ValidationChecks.NobodyWaitsAnHour)
            .ShouldObjectTo(
                r => r.At("EventPatternCheck/Properties")!.AsObject().Remove("ServiceTimeout"),
                because: "too long"
            );

    [Fact]
    public void Deleting_the_stack_needs_no_answer() => Check(ValidationChecks.DeletionNeedsNoAnswer).ShouldHold();

    [Fact]
    public void A_check_that_must_answer_a_deletion_is_found() =>
        Check(ValidationChecks.DeletionNeedsNoAnswer)
            .ShouldObjectTo(
                r => r["EventPatternCheck"]!.AsObject().Remove("DeletionPolicy"),
                because: "waits for the function"
            );

    [Fact]
    public void The_check_sees_what_the_rule_gets() => Check(ValidationChecks.TheCheckSeesWhatTheRuleGets).ShouldHold();

    [Fact]
    public void A_rule_with_another_bus_than_was_checked_is_found() =>
        Check(ValidationChecks.TheCheckSeesWhatTheRuleGets)
            .ShouldObjectTo(
                r => r.At("EventPatternCheck/Properties")!["EventBusName"] = "default",
                because: "another pattern or bus"
            );

    private static Func<Stack, IEnumerable<string>> Check(Func<Stack, IEnumerable<string>> check) => check;
}
