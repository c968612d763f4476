using System.Globalization;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>The names and defaults that users, the functions and the Terraform module rely on.</summary>
public sealed class ContractTests
{
    [Theory]
    [InlineData("PatternValidatorFunction", "AWS::Serverless::Function")]
    [InlineData("EventPatternCheck", "Custom::EventPattern")]
    [InlineData("EcsEventsRule", "AWS::Events::Rule")]
    [InlineData("FiretigerConnection", "AWS::Events::Connection")]
    [InlineData("FiretigerApiDestination", "AWS::Events::ApiDestination")]
    [InlineData("DeadLetterQueue", "AWS::SQS::Queue")]
    [InlineData("DeadLetterQueuePolicy", "AWS::SQS::QueuePolicy")]
    [InlineData("QuarantineQueue", "AWS::SQS::Queue")]
    [InlineData("RedriveBus", "AWS::Events::EventBus")]
    [InlineData("RedriveRule", "AWS::Events::Rule")]
    [InlineData("DlqRedriverFunction", "AWS::Serverless::Function")]
    [InlineData("RedriveSchedule", "AWS::Scheduler::Schedule")]
    [InlineData("EventLogGroup", "AWS::Logs::LogGroup")]
    [InlineData("RedriveBusLogGroup", "AWS::Logs::LogGroup")]
    [InlineData("RedriveBusLogSource", "AWS::Logs::DeliverySource")]
    [InlineData("RedriveBusLogDestination", "AWS::Logs::DeliveryDestination")]
    [InlineData("RedriveBusLogDelivery", "AWS::Logs::Delivery")]
    [InlineData("MonitoringDashboard", "AWS::CloudWatch::Dashboard")]
    public void A_resource_has_its_name(string id, string type) =>
        Stack.Of(TemplateFile.Read()).Resources[id].Text("Type").ShouldBe(type);

    [Theory]
    [InlineData("FiretigerEndpoint", null)]
    [InlineData("FiretigerUsername", "")]
    [InlineData("FiretigerPassword", "")]
    [InlineData("InvocationRatePerSecond", "1")]
    [InlineData("EnableDeadLetterQueue", "true")]
    [InlineData("EventBridgeBus", "default")]
    [InlineData("EventBridgeRuleName", "")]
    [InlineData("DeadLetterQueueRetentionSeconds", "1209600")]
    [InlineData("PatternStrictness", "Strict")]
    [InlineData("MaximumRetryAttempts", "185")]
    [InlineData("MaximumEventAgeInSeconds", "86400")]
    [InlineData("RedriveIntervalMinutes", "5")]
    [InlineData("RedriveShare", "0.5")]
    [InlineData("RedriveMaxAttempts", "5")]
    [InlineData("RedriveMaxAgeDays", "30")]
    [InlineData("RedriveTrigger", "Schedule")]
    [InlineData("FiretigerCredentialsArn", "")]
    [InlineData("FiretigerCredentialsVersion", "")]
    [InlineData("EventLogRetentionDays", "7")]
    [InlineData("AlarmTopicArn", "")]
    [InlineData("AlarmEmail", "")]
    [InlineData(
        "EventPattern",
        """{"source":["aws.ecs"],"detail-type":["ECS Task State Change"],"detail":{"lastStatus":["STOPPED"]}}"""
    )]
    public void A_parameter_has_its_default(string name, string? expected)
    {
        var template = TemplateFile.Read();

        template.At($"Parameters/{name}").ShouldNotBeNull();
        template.Text($"Parameters/{name}/Default").ShouldBe(expected);
    }

    [Fact]
    public void The_redrive_gets_its_settings()
    {
        var stack = Stack.Of(TemplateFile.Read(), ("RedriveIntervalMinutes", "15"), ("EventBridgeBus", "orders"));

        var variables = stack.Resources["DlqRedriverFunction"].At("Properties/Environment/Variables")!.AsObject();

        variables
            .ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>(), StringComparer.Ordinal)
            .ShouldBe(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["DEAD_LETTER_QUEUE_URL"] = "DeadLetterQueue",
                    ["QUARANTINE_QUEUE_URL"] = "QuarantineQueue",
                    ["REDRIVE_BUS_NAME"] = "firetiger-redrive-0a1b2c3d-0000-1111-2222-333344445555",
                    ["REDRIVE_RULE_NAME"] = "firetiger-redrive-0a1b2c3d-0000-1111-2222-333344445555",
                    ["LIVE_RULE_NAME"] = "firetiger-ecs-0a1b2c3d-0000-1111-2222-333344445555",
                    ["LIVE_BUS_NAME"] = "orders",
                    ["API_DESTINATION_NAME"] = "FiretigerApiDestination",
                    ["CONNECTION_NAME"] = "FiretigerConnection",
                    ["INVOCATION_RATE_PER_SECOND"] = "1",
                    ["REDRIVE_INTERVAL_SECONDS"] = "900",
                    ["REDRIVE_SHARE"] = "0.5",
                    ["REDRIVE_MAX_ATTEMPTS"] = "5",
                    ["REDRIVE_MAX_AGE_DAYS"] = "30",
                    ["BACKOFF_BASE_SECONDS"] = "300",
                    ["GATE_WINDOW_SECONDS"] = "900",
                    ["STACK_NAME"] = "ecs-events",
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public void The_settings_name_the_resources_as_they_are()
    {
        var stack = Stack.Of(TemplateFile.Read(), ("EventBridgeRuleName", "our-ecs-events"));

        var variables = stack.Resources["DlqRedriverFunction"].At("Properties/Environment/Variables");

        variables.Text("LIVE_RULE_NAME").ShouldBe(stack.Resources["EcsEventsRule"].Text("Properties/Name"));
        variables.Text("REDRIVE_RULE_NAME").ShouldBe(stack.Resources["RedriveRule"].Text("Properties/Name"));
        variables.Text("REDRIVE_BUS_NAME").ShouldBe(stack.Resources["RedriveBus"].Text("Properties/Name"));
    }

    [Fact]
    public void The_check_of_the_pattern_gets_its_properties() =>
        Stack
            .Of(TemplateFile.Read())
            .Resources["EventPatternCheck"]
            .Keys("Properties")
            .ShouldBe(
                ["ServiceToken", "ServiceTimeout", "EventPattern", "EventBusName", "Strictness", "RulesVersion"],
                ignoreOrder: true
            );

    [Fact]
    public void Without_a_dead_letter_queue_nothing_of_the_redrive_is_left() =>
        Stack
            .Of(TemplateFile.Read(), ("EnableDeadLetterQueue", "false"))
            .Resources.Keys.ShouldBe(
                [
                    "PatternValidatorFunction",
                    "PatternValidatorInvokeConfig",
                    "PatternValidatorLogGroup",
                    "PatternValidatorRole",
                    "EventPatternCheck",
                    "EcsEventsRule",
                    "FiretigerConnection",
                    "FiretigerApiDestination",
                    "InvokeDestinationRole",
                    "EventLogGroup",
                    "EventLogRule",
                    "LogPolicy",
                    "DeliveriesFailingAlarm",
                    "EventsLostAlarm",
                    "PatternValidatorFailingAlarm",
                    "MonitoringDashboard",
                ],
                ignoreOrder: true
            );

    [Fact]
    public void Every_interval_has_a_schedule_and_its_seconds()
    {
        var template = TemplateFile.Read();

        foreach (var minutes in template.Texts("Parameters/RedriveIntervalMinutes/AllowedValues"))
        {
            var stack = Stack.Of(template, ("RedriveIntervalMinutes", minutes));

            stack
                .Resources["RedriveSchedule"]
                .Text("Properties/ScheduleExpression")
                .ShouldBe($"rate({minutes} minutes)");
            stack
                .Resources["DlqRedriverFunction"]
                .Text("Properties/Environment/Variables/REDRIVE_INTERVAL_SECONDS")
                .ShouldBe(
                    (int.Parse(minutes, CultureInfo.InvariantCulture) * 60).ToString(CultureInfo.InvariantCulture)
                );
            Checks.DeliveryChecks.CopiesAreSettledBeforeTheNextDecision(stack).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_tick_is_an_empty_payload_without_retries()
    {
        var stack = Stack.Of(TemplateFile.Read());

        var target = stack.Resources["RedriveSchedule"].At("Properties/Target");

        target.Text("Input").ShouldBe("{}");
        target.Text("RetryPolicy/MaximumRetryAttempts").ShouldBe("0");
        stack.Resources["DlqRedriverInvokeConfig"].Text("Properties/MaximumRetryAttempts").ShouldBe("0");
    }

    [Fact]
    public void The_redrive_rule_takes_envelopes_of_this_account_only()
    {
        var pattern = Stack.Of(TemplateFile.Read()).Resources["RedriveRule"].At("Properties/EventPattern");

        pattern.Texts("source").ShouldBe(["firetiger.redrive"]);
        pattern.Texts("detail-type").ShouldBe(["Dead-Lettered Event"]);
        pattern.Texts("account").ShouldBe(["111122223333"]);
    }

    [Fact]
    public void Events_are_posted_to_the_path_of_the_published_template()
    {
        var destination = Stack.Of(TemplateFile.Read()).Resources["FiretigerApiDestination"];

        destination.Text("Properties/InvocationEndpoint").ShouldBe("https://ingest.example.com/aws/events");
        destination.Text("Properties/HttpMethod").ShouldBe("POST");
    }

    [Fact]
    public void The_queues_take_the_largest_event_and_keep_it_as_long_as_SQS_can()
    {
        var stack = Stack.Of(TemplateFile.Read());

        foreach (var (_, queue) in stack.OfType("AWS::SQS::Queue"))
        {
            queue.Text("Properties/MaximumMessageSize").ShouldBe("1048576");
            queue.Text("Properties/MessageRetentionPeriod").ShouldBe("1209600");
        }
    }

    [Theory]
    [InlineData("PatternValidator")]
    [InlineData("DlqRedriver")]
    public void A_function_is_the_zip_that_the_package_script_makes(string name)
    {
        var function = Stack.Of(TemplateFile.Read()).Resources[$"{name}Function"];

        function.Text("Properties/CodeUri").ShouldBe($"../artifacts/lambda/{name}.zip");
    }

    [Fact]
    public void The_outputs_of_the_original_stay()
    {
        var template = TemplateFile.Read();

        string[] original =
        [
            "EventBridgeRuleName",
            "EventBridgeRuleArn",
            "ApiDestinationEndpoint",
            "ApiDestinationArn",
            "ConnectionArn",
            "DeadLetterQueueUrl",
            "DeadLetterQueueArn",
            "MonitoringDashboardUrl",
            "SetupCompleteMessage",
        ];

        original.ShouldBeSubsetOf(Stack.Of(template).Outputs.Keys);
    }

    [Fact]
    public void Nothing_is_exported_because_an_import_would_block_deletion()
    {
        var template = TemplateFile.Read();

        template.Keys("Outputs").Where(name => template.At($"Outputs/{name}/Export") is not null).ShouldBeEmpty();
    }

    [Fact]
    public void The_dotnet_tool_deploys_this_template()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "aws-lambda-tools-defaults.json"));

        var defaults = System.Text.Json.Nodes.JsonNode.Parse(file);

        defaults.Text("template").ShouldBe("template/template.yaml");
        defaults.Text("msbuild-parameters").ShouldBe("-p:AwsPackages=NuGet");
    }
}
