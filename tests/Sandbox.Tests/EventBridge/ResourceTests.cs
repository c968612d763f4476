using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Tests.EventBridge;

public sealed class ResourceTests
{
    private const string ApiKeyConnection = """
        {"Name":"c","AuthorizationType":"API_KEY",
         "AuthParameters":{"ApiKeyAuthParameters":{"ApiKeyName":"X-Key","ApiKeyValue":"hush"}}}
        """;

    [Fact]
    public async Task A_described_connection_never_shows_its_secret()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.EventsAsync("CreateConnection", ApiKeyConnection);

        var described = await sandbox.EventsAsync("DescribeConnection", """{"Name":"c"}""");

        described["ConnectionState"]!.GetValue<string>().ShouldBe("AUTHORIZED");
        described["AuthParameters"]!["ApiKeyAuthParameters"]!["ApiKeyName"]!.GetValue<string>().ShouldBe("X-Key");
        described.ToJsonString().ShouldNotContain("hush");
    }

    [Fact]
    public async Task A_destination_of_a_deauthorized_connection_is_inactive()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route().CreateAsync(sandbox);

        await sandbox.EventsAsync("DeauthorizeConnection", """{"Name":"c"}""");

        var described = await sandbox.EventsAsync("DescribeApiDestination", """{"Name":"d"}""");
        described["ApiDestinationState"]!.GetValue<string>().ShouldBe("INACTIVE");
    }

    [Fact]
    public async Task A_destination_must_be_https()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var connection = await sandbox.EventsAsync("CreateConnection", ApiKeyConnection);

        var refusal = await sandbox.RefusalAsync(
            "CreateApiDestination",
            $$"""
            {"Name":"d","ConnectionArn":"{{connection[
                "ConnectionArn"
            ]}}","HttpMethod":"POST","InvocationEndpoint":"http://a.test/"}
            """
        );

        refusal.ShouldStartWith("ValidationException: Parameter InvocationEndpoint is not valid.");
    }

    [Theory]
    [InlineData(
        """{"Id":"1","Arn":"arn:aws:events:us-east-1:123456789012:api-destination/d/1"}""",
        "RoleArn is required"
    )]
    [InlineData("""{"Id":"1","Arn":"arn:aws:kinesis:us-east-1:123456789012:stream/s"}""", "The sandbox does not have")]
    [InlineData(
        """{"Id":"1","Arn":"arn:aws:sqs:us-east-1:123456789012:q","InputTransformer":{"InputTemplate":"{}"}}""",
        "The sandbox does not have InputTransformer"
    )]
    [InlineData(
        """{"Id":"1","Arn":"arn:aws:sqs:us-east-1:123456789012:q","Input":"{}","InputPath":"$.detail"}""",
        "Only one of Input"
    )]
    [InlineData(
        """{"Id":"1","Arn":"arn:aws:sqs:us-east-1:123456789012:q","RetryPolicy":{"MaximumRetryAttempts":186}}""",
        "between 0 and 185"
    )]
    [InlineData(
        """{"Id":"1","Arn":"arn:aws:sqs:us-east-1:123456789012:q","RetryPolicy":{"MaximumEventAgeInSeconds":59}}""",
        "between 60 and 86400"
    )]
    [InlineData(
        """{"Id":"1","Arn":"arn:aws:sqs:us-east-1:123456789012:q","DeadLetterConfig":{"Arn":"arn:aws:sqs:us-east-1:123456789012:d.fifo"}}""",
        "no standard SQS queue"
    )]
    public async Task Such_a_target_is_refused(string target, string because)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.EventsAsync("PutRule", """{"Name":"r","EventPattern":"{\"source\":[\"shop\"]}"}""");

        var refusal = await sandbox.RefusalAsync("PutTargets", $$"""{"Rule":"r","Targets":[{{target}}]}""");

        refusal.ShouldStartWith("ValidationException: ");
        refusal.ShouldContain(because);
    }

    [Fact]
    public async Task A_rule_with_targets_cannot_be_deleted()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route().CreateAsync(sandbox);

        var refusal = await sandbox.RefusalAsync("DeleteRule", """{"Name":"orders"}""");

        refusal.ShouldBe("ValidationException: Rule can't be deleted since it has targets.");
    }

    [Fact]
    public async Task A_rule_needs_its_bus()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync(
            "PutRule",
            """{"Name":"r","EventBusName":"nowhere","EventPattern":"{\"source\":[\"shop\"]}"}"""
        );

        refusal.ShouldBe("ResourceNotFoundException: Event bus nowhere does not exist.");
    }

    [Fact]
    public async Task A_rule_put_again_keeps_its_targets()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route().CreateAsync(sandbox);

        await sandbox.EventsAsync("PutRule", """{"Name":"orders","EventPattern":"{\"source\":[\"other\"]}"}""");

        var listed = await sandbox.EventsAsync("ListTargetsByRule", """{"Rule":"orders"}""");
        listed["Targets"]!.AsArray().ShouldHaveSingleItem()!["Id"]!.GetValue<string>().ShouldBe("destination");
    }

    [Fact]
    public async Task An_archive_counts_the_events_of_its_bus()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.EventsAsync("CreateEventBus", """{"Name":"redrive"}""");
        await sandbox.EventsAsync(
            "CreateArchive",
            """{"ArchiveName":"a","EventSourceArn":"arn:aws:events:us-east-1:123456789012:event-bus/redrive"}"""
        );

        await sandbox.PutEventAsync(bus: "redrive");
        await sandbox.PutEventAsync(bus: "default");

        var described = await sandbox.EventsAsync("DescribeArchive", """{"ArchiveName":"a"}""");
        described["EventCount"]!.GetValue<long>().ShouldBe(1);
    }

    [Fact]
    public async Task A_statement_put_on_a_bus_can_be_removed_by_its_id()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        const string Statement =
            """{"StatementId":"s","Principal":"*","Action":"events:PutEvents","EventBusName":"default"}""";
        await sandbox.EventsAsync("PutPermission", Statement);
        var policy = (await sandbox.EventsAsync("DescribeEventBus", "{}"))["Policy"]!.GetValue<string>();

        await sandbox.EventsAsync("RemovePermission", """{"StatementId":"s"}""");

        JsonNode.Parse(policy)!["Statement"]![0]!["Sid"]!.GetValue<string>().ShouldBe("s");
        (await sandbox.EventsAsync("DescribeEventBus", "{}"))["Policy"].ShouldBeNull();
    }

    [Fact]
    public async Task A_role_reads_only_what_its_policies_name()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route().CreateAsync(sandbox);

        var refusal = await sandbox.RefusalAsync(
            "DescribeRule",
            """{"Name":"orders"}""",
            new Principal.Role("target", "test")
        );

        refusal.ShouldStartWith("AccessDeniedException: ");
        refusal.ShouldContain("arn:aws:events:us-east-1:123456789012:rule/orders");
    }

    [Fact]
    public async Task An_operation_that_is_not_here_is_an_error()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync("StartReplay", "{}");

        refusal.ShouldStartWith("UnknownOperationException: ");
    }
}
