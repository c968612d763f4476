using System.Text.RegularExpressions;
using Firetiger.Template.Tests.Checks;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>That a second stack fits beside the first one, in this Region and in others.</summary>
public sealed partial class NameTests
{
    [Fact]
    public void Only_what_must_be_is_named() => Check(NameChecks.OnlyWhatMustBeIsNamed).ShouldHold();

    [Fact]
    public void A_role_with_a_name_is_found() =>
        Check(NameChecks.OnlyWhatMustBeIsNamed)
            .ShouldObjectTo(
                r => r.At("InvokeDestinationRole/Properties")!["RoleName"] = "firetiger",
                because: "InvokeDestinationRole has a RoleName"
            );

    [Theory]
    [InlineData("README.md")]
    [InlineData("security.md")]
    public void What_has_no_name_needs_no_more_than_CAPABILITY_IAM(string document) =>
        Capability()
            .Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, document)))
            .Select(match => match.Value)
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(["CAPABILITY_IAM"]);

    [Theory]
    [InlineData("default", "/aws/events/rule/ecs-events")]
    [InlineData("orders", "/aws/events/rule/orders/ecs-events")]
    public void A_rule_name_may_be_used_on_two_buses(string bus, string log) =>
        Stack
            .Of(TemplateFile.Read(), ("EventBridgeRuleName", "ecs-events"), ("EventBridgeBus", bus))
            .Resources["EventLogGroup"]
            .Text("Properties/LogGroupName")
            .ShouldBe(log);

    [Fact]
    public void A_queue_with_a_name_is_found() =>
        Check(NameChecks.OnlyWhatMustBeIsNamed)
            .ShouldObjectTo(
                r => r.At("DeadLetterQueue/Properties")!["QueueName"] = "firetiger-dlq",
                because: "DeadLetterQueue has a QueueName"
            );

    [Fact]
    public void Names_hold_the_GUID_of_the_stack() => Check(NameChecks.NamesAreThisStacks).ShouldHold();

    [Fact]
    public void A_fixed_rule_name_is_found() =>
        Check(NameChecks.NamesAreThisStacks)
            .ShouldObjectTo(
                r => r.At("RedriveRule/Properties")!["Name"] = "firetiger-redrive",
                because: "firetiger-redrive in every stack"
            );

    [Fact]
    public void The_dashboard_is_named_for_its_stack_and_Region() =>
        Check(NameChecks.TheDashboardIsThisRegions).ShouldHold();

    [Fact]
    public void A_dashboard_that_another_Region_overwrites_is_found() =>
        Check(NameChecks.TheDashboardIsThisRegions)
            .ShouldObjectTo(
                r => r.At("MonitoringDashboard/Properties")!["DashboardName"] = Sub("${AWS::StackName}-ECS-Events"),
                because: "in other Regions too"
            );

    [Fact]
    public void Names_fit_for_every_stack_name() => Check(NameChecks.NamesFit).ShouldHold();

    [Fact]
    public void A_name_that_a_long_stack_name_makes_too_long_is_found() =>
        Check(NameChecks.NamesFit)
            .ShouldObjectTo(
                r => r.At("RedriveBusLogSource/Properties")!["Name"] = Sub("${AWS::StackName}-redrive"),
                because: "too long for RedriveBusLogSource"
            );

    [Fact]
    public void A_rule_name_longer_than_64_characters_is_found() =>
        Check(NameChecks.NamesFit)
            .ShouldObjectTo(
                r => r.At("RedriveRule/Properties/Name/Fn::Join/1")![0] = "firetiger-redrive-of-ecs-events",
                because: "too long for RedriveRule"
            );

    private static System.Text.Json.Nodes.JsonObject Sub(string text) => new() { ["Fn::Sub"] = text };

    private static Func<Stack, IEnumerable<string>> Check(Func<Stack, IEnumerable<string>> check) => check;

    [GeneratedRegex("CAPABILITY_[A-Z_]+", RegexOptions.NonBacktracking)]
    private static partial Regex Capability();
}
