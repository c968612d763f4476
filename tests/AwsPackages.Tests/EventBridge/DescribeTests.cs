using System.Text.Json.Nodes;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Firetiger.AwsPackages.Tests.Wire;

namespace Firetiger.AwsPackages.Tests.EventBridge;

public sealed class DescribeTests
{
    private static readonly DateTimeOffset _created = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _modified = new(2025, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _authorized = new(2025, 3, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task TestEventPattern_carries_pattern_and_event_and_brings_the_result()
    {
        await using var server = await WireServer.StartAsync(new WireAnswer(new JsonObject { ["Result"] = true }));
        using var client = server.EventBridge();

        var response = await client.TestEventPatternAsync(
            new TestEventPatternRequest { EventPattern = """{"a":[1]}""", Event = "{}" },
            TestContext.Current.CancellationToken
        );

        server.Calls.Single().Operation.ShouldBe("AWSEvents.TestEventPattern");
        server.Calls.Single().Members.ShouldBeJson("""{"EventPattern":"{\"a\":[1]}","Event":"{}"}""");
        response.Result.ShouldBe(true);
    }

    [Fact]
    public async Task DescribeEventBus_carries_the_name_and_brings_the_bus()
    {
        await using var server = await WireServer.StartAsync(
            new WireAnswer(
                new JsonObject
                {
                    ["Name"] = "redrive",
                    ["Arn"] = "bus-arn",
                    ["Description"] = "what waits",
                    ["KmsKeyIdentifier"] = "key",
                    ["DeadLetterConfig"] = new JsonObject { ["Arn"] = "queue-arn" },
                    ["Policy"] = "{}",
                    ["CreationTime"] = _created,
                    ["LastModifiedTime"] = _modified,
                }
            )
        );
        using var client = server.EventBridge();

        var bus = await client.DescribeEventBusAsync(
            new DescribeEventBusRequest { Name = "redrive" },
            TestContext.Current.CancellationToken
        );

        server.Calls.Single().Operation.ShouldBe("AWSEvents.DescribeEventBus");
        server.Calls.Single().Members.ShouldBeJson("""{"Name":"redrive"}""");
        (bus.Name, bus.Arn, bus.Description, bus.KmsKeyIdentifier).ShouldBe(
            ("redrive", "bus-arn", "what waits", "key")
        );
        (bus.DeadLetterConfig.Arn, bus.Policy).ShouldBe(("queue-arn", "{}"));
        bus.CreationTime.ShouldBe(_created.UtcDateTime);
        bus.LastModifiedTime.ShouldBe(_modified.UtcDateTime);
    }

    [Fact]
    public async Task DescribeRule_carries_rule_and_bus_and_brings_the_rule()
    {
        await using var server = await WireServer.StartAsync(
            new WireAnswer(
                new JsonObject
                {
                    ["Name"] = "r",
                    ["Arn"] = "rule-arn",
                    ["EventPattern"] = "{}",
                    ["ScheduleExpression"] = "rate(1 day)",
                    ["State"] = "DISABLED",
                    ["Description"] = "d",
                    ["RoleArn"] = "role-arn",
                    ["ManagedBy"] = "aws",
                    ["EventBusName"] = "b",
                    ["CreatedBy"] = "123456789012",
                }
            )
        );
        using var client = server.EventBridge();

        var rule = await client.DescribeRuleAsync(
            new DescribeRuleRequest { Name = "r", EventBusName = "b" },
            TestContext.Current.CancellationToken
        );

        server.Calls.Single().Operation.ShouldBe("AWSEvents.DescribeRule");
        server.Calls.Single().Members.ShouldBeJson("""{"Name":"r","EventBusName":"b"}""");
        rule.State.ShouldBe(RuleState.DISABLED);
        (rule.Name, rule.Arn, rule.EventPattern, rule.ScheduleExpression).ShouldBe(
            ("r", "rule-arn", "{}", "rate(1 day)")
        );
        (rule.Description, rule.RoleArn, rule.ManagedBy).ShouldBe(("d", "role-arn", "aws"));
        (rule.EventBusName, rule.CreatedBy).ShouldBe(("b", "123456789012"));
    }

    [Fact]
    public async Task ListTargetsByRule_carries_the_page_and_brings_the_targets()
    {
        await using var server = await WireServer.StartAsync(
            new WireAnswer(new JsonObject { ["NextToken"] = "more", ["Targets"] = new JsonArray(TargetOnTheWire()) })
        );
        using var client = server.EventBridge();

        var page = await client.ListTargetsByRuleAsync(
            new ListTargetsByRuleRequest
            {
                Rule = "r",
                EventBusName = "b",
                NextToken = "n",
                Limit = 5,
            },
            TestContext.Current.CancellationToken
        );

        server.Calls.Single().Operation.ShouldBe("AWSEvents.ListTargetsByRule");
        server.Calls.Single().Members.ShouldBeJson("""{"Rule":"r","EventBusName":"b","NextToken":"n","Limit":5}""");
        page.NextToken.ShouldBe("more");
        var target = page.Targets.Single();
        (target.Id, target.Arn, target.RoleArn, target.Input, target.InputPath).ShouldBe(
            ("t", "target-arn", "role-arn", "{}", "$.detail")
        );
        target.InputTransformer.InputPathsMap["id"].ShouldBe("$.id");
        target.InputTransformer.InputTemplate.ShouldBe("<id>");
        target.SqsParameters.MessageGroupId.ShouldBe("g");
        target.HttpParameters.PathParameterValues.ShouldBe(["p"]);
        target.HttpParameters.HeaderParameters["h"].ShouldBe("1");
        target.HttpParameters.QueryStringParameters["q"].ShouldBe("2");
        target.DeadLetterConfig.Arn.ShouldBe("queue-arn");
        target.RetryPolicy.MaximumRetryAttempts.ShouldBe(185);
        target.RetryPolicy.MaximumEventAgeInSeconds.ShouldBe(86400);
    }

    [Fact]
    public async Task DescribeApiDestination_carries_the_name_and_brings_the_destination()
    {
        await using var server = await WireServer.StartAsync(
            new WireAnswer(
                new JsonObject
                {
                    ["ApiDestinationArn"] = "destination-arn",
                    ["Name"] = "firetiger",
                    ["Description"] = "d",
                    ["ApiDestinationState"] = "INACTIVE",
                    ["ConnectionArn"] = "connection-arn",
                    ["InvocationEndpoint"] = "https://example.com/aws/events",
                    ["HttpMethod"] = "POST",
                    ["InvocationRateLimitPerSecond"] = 300,
                    ["CreationTime"] = _created,
                    ["LastModifiedTime"] = _modified,
                }
            )
        );
        using var client = server.EventBridge();

        var destination = await client.DescribeApiDestinationAsync(
            new DescribeApiDestinationRequest { Name = "firetiger" },
            TestContext.Current.CancellationToken
        );

        server.Calls.Single().Operation.ShouldBe("AWSEvents.DescribeApiDestination");
        server.Calls.Single().Members.ShouldBeJson("""{"Name":"firetiger"}""");
        (destination.ApiDestinationArn, destination.Name, destination.Description).ShouldBe(
            ("destination-arn", "firetiger", "d")
        );
        destination.ApiDestinationState.ShouldBe(ApiDestinationState.INACTIVE);
        destination.HttpMethod.ShouldBe(ApiDestinationHttpMethod.POST);
        (destination.ConnectionArn, destination.InvocationEndpoint).ShouldBe(
            ("connection-arn", "https://example.com/aws/events")
        );
        destination.InvocationRateLimitPerSecond.ShouldBe(300);
        destination.CreationTime.ShouldBe(_created.UtcDateTime);
        destination.LastModifiedTime.ShouldBe(_modified.UtcDateTime);
    }

    [Fact]
    public async Task DescribeConnection_carries_the_name_and_brings_the_connection()
    {
        await using var server = await WireServer.StartAsync(
            new WireAnswer(
                new JsonObject
                {
                    ["ConnectionArn"] = "connection-arn",
                    ["Name"] = "firetiger",
                    ["Description"] = "d",
                    ["ConnectionState"] = "DEAUTHORIZED",
                    ["StateReason"] = "the secret is gone",
                    ["AuthorizationType"] = "API_KEY",
                    ["SecretArn"] = "secret-arn",
                    ["KmsKeyIdentifier"] = "key",
                    ["CreationTime"] = _created,
                    ["LastModifiedTime"] = _modified,
                    ["LastAuthorizedTime"] = _authorized,
                }
            )
        );
        using var client = server.EventBridge();

        var connection = await client.DescribeConnectionAsync(
            new DescribeConnectionRequest { Name = "firetiger" },
            TestContext.Current.CancellationToken
        );

        server.Calls.Single().Operation.ShouldBe("AWSEvents.DescribeConnection");
        server.Calls.Single().Members.ShouldBeJson("""{"Name":"firetiger"}""");
        (connection.ConnectionArn, connection.Name, connection.Description).ShouldBe(
            ("connection-arn", "firetiger", "d")
        );
        connection.ConnectionState.ShouldBe(ConnectionState.DEAUTHORIZED);
        connection.AuthorizationType.ShouldBe(ConnectionAuthorizationType.API_KEY);
        (connection.StateReason, connection.SecretArn, connection.KmsKeyIdentifier).ShouldBe(
            ("the secret is gone", "secret-arn", "key")
        );
        connection.CreationTime.ShouldBe(_created.UtcDateTime);
        connection.LastModifiedTime.ShouldBe(_modified.UtcDateTime);
        connection.LastAuthorizedTime.ShouldBe(_authorized.UtcDateTime);
    }

    private static JsonObject TargetOnTheWire() =>
        new()
        {
            ["Id"] = "t",
            ["Arn"] = "target-arn",
            ["RoleArn"] = "role-arn",
            ["Input"] = "{}",
            ["InputPath"] = "$.detail",
            ["InputTransformer"] = new JsonObject
            {
                ["InputPathsMap"] = new JsonObject { ["id"] = "$.id" },
                ["InputTemplate"] = "<id>",
            },
            ["SqsParameters"] = new JsonObject { ["MessageGroupId"] = "g" },
            ["HttpParameters"] = new JsonObject
            {
                ["PathParameterValues"] = new JsonArray("p"),
                ["HeaderParameters"] = new JsonObject { ["h"] = "1" },
                ["QueryStringParameters"] = new JsonObject { ["q"] = "2" },
            },
            ["DeadLetterConfig"] = new JsonObject { ["Arn"] = "queue-arn" },
            ["RetryPolicy"] = new JsonObject { ["MaximumRetryAttempts"] = 185, ["MaximumEventAgeInSeconds"] = 86400 },
        };
}
