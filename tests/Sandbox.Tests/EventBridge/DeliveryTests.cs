using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge;
using Firetiger.Sandbox.Ingest;

namespace Firetiger.Sandbox.Tests.EventBridge;

public sealed class DeliveryTests
{
    private const string OnRedriveBus = """
        [{"Name":"EventBusName","Value":"redrive"},{"Name":"RuleName","Value":"orders"}]
        """;

    [Fact]
    public async Task A_matched_event_reaches_the_endpoint_as_EventBridge_writes_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route().CreateAsync(sandbox);

        var id = await sandbox.PutEventAsync("""{"n": 4.0}""");

        await sandbox.WaitForAsync(DeliveryStep.Delivered);
        var body = JsonNode.Parse(sandbox.Host.Ingest.Accepted.ShouldHaveSingleItem().Body)!;
        body["id"]!.GetValue<string>().ShouldBe(id);
        body["version"]!.GetValue<string>().ShouldBe("0");
        body["account"]!.GetValue<string>().ShouldBe("123456789012");
        body["region"]!.GetValue<string>().ShouldBe("us-east-1");
        body["detail-type"]!.GetValue<string>().ShouldBe("Order");
        body["resources"]!.AsArray().ShouldBeEmpty();
        body["detail"]!.ToJsonString().ShouldBe("""{"n":4.0}""");
    }

    [Fact]
    public async Task InputPath_hands_over_equal_JSON_and_the_journal_speaks_of_its_id()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route { Bus = "redrive", InputPath = "$.detail.event" }.CreateAsync(sandbox);
        const string Original =
            """{"id":"the-original","n":[1.0,1e2,"\u00e9\ud83d\ude00"],"big":12345678901234567890}""";

        await sandbox.PutEventAsync($$"""{"attempt":1,"event":{{Original}}}""", bus: "redrive");

        var delivered = await sandbox.WaitForAsync(DeliveryStep.Delivered);
        delivered[0].EventId.ShouldBe("the-original");
        var accepted = sandbox.Host.Ingest.Accepted.ShouldHaveSingleItem();
        JsonNode.DeepEquals(JsonNode.Parse(accepted.Body), JsonNode.Parse(Original)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_disabled_rule_matches_nothing()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route().CreateAsync(sandbox);
        await sandbox.EventsAsync("DisableRule", """{"Name":"orders"}""");

        await sandbox.PutEventAsync();

        sandbox.Host.Journal.UnmatchedEvents.ShouldBe(1);
        sandbox.Host.Journal.Records.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(407)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Such_a_status_is_retried_until_the_attempts_are_used_up(int status)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route { Retries = 3 }.CreateAsync(sandbox);
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(status);

        await sandbox.PutEventAsync();

        await sandbox.WaitForAsync(DeliveryStep.DeadLettered);
        var message = (await sandbox.ReceiveAsync(Route.Queue)).ShouldHaveSingleItem();
        Attribute(message, "RETRY_ATTEMPTS").ShouldBe("3");
        Attribute(message, "EXHAUSTED_RETRY_CONDITION").ShouldBe("MaximumRetryAttempts");
    }

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task Such_a_status_is_not_retried(int status)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route().CreateAsync(sandbox);
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(status);

        await sandbox.PutEventAsync();

        await sandbox.WaitForAsync(DeliveryStep.DeadLettered);
        var message = (await sandbox.ReceiveAsync(Route.Queue)).ShouldHaveSingleItem();
        Attribute(message, "RETRY_ATTEMPTS").ShouldBe("0");
        message["MessageAttributes"]!["EXHAUSTED_RETRY_CONDITION"].ShouldBeNull();
    }

    [Fact]
    public async Task A_negative_Retry_After_ends_the_retries()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route().CreateAsync(sandbox);
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(503, RetryAfter: "-1");

        await sandbox.PutEventAsync();

        await sandbox.WaitForAsync(DeliveryStep.DeadLettered);
        var message = (await sandbox.ReceiveAsync(Route.Queue)).ShouldHaveSingleItem();
        Attribute(message, "RETRY_ATTEMPTS").ShouldBe("0");
    }

    [Fact]
    public async Task A_cut_connection_is_retried_and_the_endpoint_may_recover()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route { Retries = 185 }.CreateAsync(sandbox);
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Down();
        var id = await sandbox.PutEventAsync();
        await sandbox.WaitForAsync(DeliveryStep.Retrying);

        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Healthy();

        (await sandbox.WaitForAsync(DeliveryStep.Delivered))[0].EventId.ShouldBe(id);
        sandbox.Host.Ingest.Accepted.ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    [Fact]
    public async Task A_wrong_password_is_retried_and_then_dead_lettered()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route { Password = "wrong" }.CreateAsync(sandbox);
        (sandbox.Host.Ingest.Username, sandbox.Host.Ingest.Password) = ("tiger", "right");

        await sandbox.PutEventAsync();

        await sandbox.WaitForAsync(DeliveryStep.DeadLettered);
        var message = (await sandbox.ReceiveAsync(Route.Queue)).ShouldHaveSingleItem();
        Attribute(message, "RETRY_ATTEMPTS").ShouldBe("2");
        Attribute(message, "ERROR_MESSAGE").ShouldContain("401");
        sandbox.Host.Ingest.Accepted.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mended_password_counts_from_the_next_attempt()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route { Password = "wrong", Retries = 185 }.CreateAsync(sandbox);
        (sandbox.Host.Ingest.Username, sandbox.Host.Ingest.Password) = ("tiger", "right");
        await sandbox.PutEventAsync();
        await sandbox.WaitForAsync(DeliveryStep.Retrying);

        await sandbox.EventsAsync(
            "UpdateConnection",
            """{"Name":"c","AuthParameters":{"BasicAuthParameters":{"Username":"tiger","Password":"right"}}}"""
        );

        (await sandbox.WaitForAsync(DeliveryStep.Delivered)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_not_retried()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route { Endpoint = "https://no-such-host.test/aws/events" }.CreateAsync(sandbox);

        await sandbox.PutEventAsync();

        await sandbox.WaitForAsync(DeliveryStep.DeadLettered);
        var message = (await sandbox.ReceiveAsync(Route.Queue)).ShouldHaveSingleItem();
        Attribute(message, "ERROR_CODE").ShouldBe("SDK_CLIENT_ERROR");
        Attribute(message, "RETRY_ATTEMPTS").ShouldBe("0");
    }

    [Fact]
    public async Task A_target_role_without_permission_sends_the_event_straight_to_the_queue()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route { RoleMayInvoke = false }.CreateAsync(sandbox);

        await sandbox.PutEventAsync();

        await sandbox.WaitForAsync(DeliveryStep.DeadLettered);
        var message = (await sandbox.ReceiveAsync(Route.Queue)).ShouldHaveSingleItem();
        Attribute(message, "ERROR_CODE").ShouldBe("NO_PERMISSIONS");
        sandbox.Host.Ingest.Accepted.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_target_role_that_does_not_trust_EventBridge_sends_the_event_straight_to_the_queue()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        const string OnlyLambda = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"lambda.amazonaws.com"}}]}
            """;
        await new Route { TrustPolicy = OnlyLambda }.CreateAsync(sandbox);

        await sandbox.PutEventAsync();

        await sandbox.WaitForAsync(DeliveryStep.DeadLettered);
        var message = (await sandbox.ReceiveAsync(Route.Queue)).ShouldHaveSingleItem();
        Attribute(message, "ERROR_CODE").ShouldBe("FAILED_TO_ASSUME_ROLE");
    }

    [Fact]
    public async Task A_deleted_destination_sends_the_event_straight_to_the_queue()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route().CreateAsync(sandbox);
        await sandbox.EventsAsync("DeleteApiDestination", """{"Name":"d"}""");

        await sandbox.PutEventAsync();

        await sandbox.WaitForAsync(DeliveryStep.DeadLettered);
        var message = (await sandbox.ReceiveAsync(Route.Queue)).ShouldHaveSingleItem();
        Attribute(message, "ERROR_CODE").ShouldBe("NO_RESOURCE");
    }

    [Fact]
    public async Task A_rule_counts_what_it_did_under_its_bus_and_name()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route { Bus = "redrive" }.CreateAsync(sandbox);
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(503);

        await sandbox.PutEventAsync(bus: "redrive");

        await sandbox.WaitForAsync(DeliveryStep.DeadLettered);
        (await sandbox.SumAsync("MatchedEvents", OnRedriveBus)).ShouldBe(1);
        (await sandbox.SumAsync("InvocationAttempts", OnRedriveBus)).ShouldBe(3);
        (await sandbox.SumAsync("RetryInvocationAttempts", OnRedriveBus)).ShouldBe(2);
        (await sandbox.SumAsync("SuccessfulInvocationAttempts", OnRedriveBus)).ShouldBe(0);
        (await sandbox.SumAsync("FailedInvocations", OnRedriveBus)).ShouldBe(1);
        (await sandbox.SumAsync("InvocationsSentToDlq", OnRedriveBus)).ShouldBe(1);
    }

    [Fact]
    public async Task A_rule_of_the_default_bus_counts_under_its_name_alone()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route().CreateAsync(sandbox);

        await sandbox.PutEventAsync();

        await sandbox.WaitForAsync(DeliveryStep.Delivered);
        const string RuleAlone = """[{"Name":"RuleName","Value":"orders"}]""";
        (await sandbox.SumAsync("SuccessfulInvocationAttempts", RuleAlone)).ShouldBe(1);
    }

    private static string Attribute(JsonNode message, string name) =>
        message["MessageAttributes"]![name]!["StringValue"]!.GetValue<string>();
}
