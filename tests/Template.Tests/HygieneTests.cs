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
                because: "DlqRedriverLogGroup keeps its lines for ever"
            );

    [Fact]
    public void The_log_policy_admits_the_services_that_write() =>
        Check(HygieneChecks.TheLogPolicyAdmitsTheServices).ShouldHold();

    [Fact]
    public void A_missing_log_policy_is_found() =>
        Check(HygieneChecks.TheLogPolicyAdmitsTheServices)
            .ShouldObjectTo(
                r =>
                {
                    r.Remove("LogPolicy");
                    r["RedriveBusLogDelivery"]!.AsObject().Remove("DependsOn");
                },
                because: "events.amazonaws.com may not logs:PutLogEvents"
            );

    [Fact]
    public void The_log_policy_admits_nobody_else() => Check(HygieneChecks.TheLogPolicyAdmitsNobodyElse).ShouldHold();

    [Fact]
    public void A_log_policy_for_any_rule_is_found() =>
        Check(HygieneChecks.TheLogPolicyAdmitsNobodyElse)
            .ShouldObjectTo(
                r => Replace(r, EventStatements, "\"${EventLogRule.Arn}\"", "\"*\""),
                because: "EventLogRuleWritesEvents lets too many"
            );

    [Fact]
    public void A_log_policy_for_any_group_is_found() =>
        Check(HygieneChecks.TheLogPolicyAdmitsNobodyElse)
            .ShouldObjectTo(
                r => Replace(r, BusStatement, "\"${RedriveBusLogGroup.Arn}\"", "\"*\""),
                because: "RedriveBusLogsErrors lets too many"
            );

    [Fact]
    public void Functions_log_JSON() => Check(HygieneChecks.FunctionsLogJson).ShouldHold();

    [Fact]
    public void A_function_that_logs_text_is_found() =>
        Check(HygieneChecks.FunctionsLogJson)
            .ShouldObjectTo(
                r => r.At("DlqRedriverFunction/Properties/LoggingConfig")!["LogFormat"] = "Text",
                because: "DlqRedriverFunction"
            );

    [Fact]
    public void The_redrive_bus_logs_why_copies_failed_and_never_the_events() =>
        Check(HygieneChecks.TheRedriveBusLogsErrorsOnly).ShouldHold();

    [Fact]
    public void A_bus_log_with_the_events_in_it_is_found() =>
        Check(HygieneChecks.TheRedriveBusLogsErrorsOnly)
            .ShouldObjectTo(
                r => r.At("RedriveBus/Properties/LogConfig")!["IncludeDetail"] = "FULL",
                because: "RedriveBus"
            );

    [Fact]
    public void Without_credentials_no_Authorization_is_sent() =>
        Check(HygieneChecks.NoAuthorizationWithoutCredentials).ShouldHold();

    [Fact]
    public void A_made_up_Authorization_is_found() =>
        Check(HygieneChecks.NoAuthorizationWithoutCredentials)
            .ShouldObjectTo(
                r =>
                    r.At("FiretigerConnection/Properties/AuthParameters/Fn::If/2/Fn::If/2/ApiKeyAuthParameters")![
                        "ApiKeyName"
                    ] = "Authorization",
                because: "nobody gave"
            );

    [Fact]
    public void A_secret_that_is_given_and_not_used_is_found() =>
        Check(HygieneChecks.NoAuthorizationWithoutCredentials)
            .ShouldObjectTo(
                r =>
                    r.At("FiretigerConnection/Properties/AuthParameters/Fn::If/1/BasicAuthParameters")!["Username"] =
                        new JsonObject { ["Ref"] = "FiretigerUsername" },
                because: "lack the one that was given"
            );

    [Fact]
    public void Outputs_are_one_line() => Check(HygieneChecks.OutputsAreOneLine).ShouldHold();

    [Fact]
    public void An_output_that_ends_in_a_line_break_is_found() =>
        Check(HygieneChecks.OutputsAreOneLine)
            .ShouldObjectToOutput("SetupCompleteMessage", "Ready.\n", because: "SetupCompleteMessage has a line break");

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void The_message_says_that_a_new_rule_takes_a_while(string enableDeadLetterQueue) =>
        Stack
            .Of(TemplateFile.Read(), ("EnableDeadLetterQueue", enableDeadLetterQueue))
            .Outputs["SetupCompleteMessage"]
            .ShouldContain("a new rule may take a minute");

    [Fact]
    public void Nothing_is_bound_to_one_partition() => Check(HygieneChecks.ArnsAreOfThePartition).ShouldHold();

    [Fact]
    public void An_ARN_of_one_partition_is_found() =>
        Check(HygieneChecks.ArnsAreOfThePartition)
            .ShouldObjectTo(
                r =>
                    r.At("EventLogRule/Properties/Targets/0")!["Arn"] =
                        "arn:aws:logs:eu-west-1:111122223333:log-group:x",
                because: "EventLogRule"
            );

    [Fact]
    public void What_can_have_tags_has_one() => Check(HygieneChecks.EverythingIsTagged).ShouldHold();

    [Fact]
    public void A_queue_without_a_tag_is_found() =>
        Check(HygieneChecks.EverythingIsTagged)
            .ShouldObjectTo(
                r => r.At("DeadLetterQueue/Properties")!.AsObject().Remove("Tags"),
                because: "DeadLetterQueue"
            );

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

    private const string EventStatements =
        "LogPolicy/Properties/PolicyDocument/Fn::Sub/1/Statements/Fn::Join/1/0/Fn::If/1";

    private const string BusStatement =
        "LogPolicy/Properties/PolicyDocument/Fn::Sub/1/Statements/Fn::Join/1/1/Fn::If/1";

    private static void Replace(JsonObject resources, string path, string old, string now) =>
        resources.At(path)!["Fn::Sub"] = resources
            .At(path)
            .Text("Fn::Sub")!
            .Replace(old, now, StringComparison.Ordinal);

    private static Func<Stack, IEnumerable<string>> Check(Func<Stack, IEnumerable<string>> check) => check;
}
