using System.Text.Json.Nodes;
using Firetiger.Template.Tests.Checks;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>Logs, outputs and credentials.</summary>
public sealed class HygieneTests
{
    [Fact]
    public void Every_log_group_has_a_writer() => Check(HygieneChecks.EveryLogGroupHasAWriter).ShouldHold();

    [Fact]
    public void A_log_group_that_nothing_writes_to_is_found() =>
        Check(HygieneChecks.EveryLogGroupHasAWriter)
            .ShouldObjectTo(
                r => r["RuleLogGroup"] = new JsonObject { ["Type"] = "AWS::Logs::LogGroup" },
                because: "Nothing writes to RuleLogGroup"
            );

    [Fact]
    public void Every_function_has_a_log_group_that_forgets() =>
        Check(HygieneChecks.EveryFunctionHasALogGroupThatForgets).ShouldHold();

    [Fact]
    public void A_function_that_logs_for_ever_is_found() =>
        Check(HygieneChecks.EveryFunctionHasALogGroupThatForgets)
            .ShouldObjectTo(
                r => r.At("DlqRedriverLogGroup/Properties")!.AsObject().Remove("RetentionInDays"),
                because: "DlqRedriverFunction logs for ever"
            );

    [Fact]
    public void Without_credentials_no_Authorization_is_sent() =>
        Check(HygieneChecks.NoAuthorizationWithoutCredentials).ShouldHold();

    [Fact]
    public void A_made_up_Authorization_is_found() =>
        Check(HygieneChecks.NoAuthorizationWithoutCredentials)
            .ShouldObjectTo(
                r =>
                    r.At("FiretigerConnection/Properties/AuthParameters/Fn::If/2/ApiKeyAuthParameters")!["ApiKeyName"] =
                        "Authorization",
                because: "nobody gave"
            );

    [Fact]
    public void Outputs_are_one_line() => Check(HygieneChecks.OutputsAreOneLine).ShouldHold();

    [Fact]
    public void An_output_that_ends_in_a_line_break_is_found() =>
        Check(HygieneChecks.OutputsAreOneLine)
            .ShouldObjectToOutput("SetupCompleteMessage", "Ready.\n", because: "SetupCompleteMessage has a line break");

    [Fact]
    public void Outputs_keep_the_password() => Check(HygieneChecks.OutputsKeepSecrets).ShouldHold();

    [Fact]
    public void An_output_with_the_password_is_found() =>
        Check(HygieneChecks.OutputsKeepSecrets)
            .ShouldObjectToOutput(
                "ApiDestinationEndpoint",
                new JsonObject { ["Ref"] = "FiretigerPassword" },
                because: "ApiDestinationEndpoint shows the password"
            );

    [Fact]
    public void Outputs_link_to_nothing_missing() => Check(HygieneChecks.OutputsLinkToNothingMissing).ShouldHold();

    [Fact]
    public void A_link_to_a_dashboard_that_is_not_made_is_found() =>
        Check(HygieneChecks.OutputsLinkToNothingMissing)
            .ShouldObjectToOutput(
                "SetupCompleteMessage",
                "https://console.aws.amazon.com/cloudwatch/home#dashboards:name=ECS-Events",
                because: "SetupCompleteMessage links"
            );

    [Fact]
    public void The_rule_name_is_plain_on_a_custom_bus_too() => Check(HygieneChecks.TheRuleNameIsPlain).ShouldHold();

    [Fact]
    public void A_rule_name_with_its_bus_is_found() =>
        Check(HygieneChecks.TheRuleNameIsPlain)
            .ShouldObjectToOutput("EventBridgeRuleName", "orders|our-ecs-events", because: "not the name of the rule");

    private static Func<Stack, IEnumerable<string>> Check(Func<Stack, IEnumerable<string>> check) => check;
}
