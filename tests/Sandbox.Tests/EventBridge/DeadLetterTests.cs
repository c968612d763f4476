using System.Text.Json.Nodes;
using Firetiger.Sandbox.EventBridge;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Ingest;

namespace Firetiger.Sandbox.Tests.EventBridge;

public sealed class DeadLetterTests
{
    [Fact]
    public async Task A_dead_lettered_message_says_which_rule_target_and_error_in_text_attributes()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var route = new Route { Bus = "redrive" };
        var destinationArn = await route.CreateAsync(sandbox);
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(503);

        await sandbox.PutEventAsync(bus: "redrive");

        await sandbox.WaitForAsync(DeliveryStep.DeadLettered);
        var message = (await sandbox.ReceiveAsync(Route.Queue)).ShouldHaveSingleItem();
        var attributes = message["MessageAttributes"]!.AsObject();
        attributes.ShouldAllBe(attribute => attribute.Value!["DataType"]!.GetValue<string>() == "String");
        attributes
            .ToDictionary(attribute => attribute.Key, attribute => attribute.Value!["StringValue"]!.GetValue<string>())
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["RULE_ARN"] = "arn:aws:events:us-east-1:123456789012:rule/redrive/orders",
                    ["TARGET_ARN"] = destinationArn,
                    ["ERROR_CODE"] = "SDK_CLIENT_ERROR",
                    ["ERROR_MESSAGE"] =
                        "Unable to invoke ApiDestination endpoint: the endpoint returned HTTP status code 503.",
                    ["EXHAUSTED_RETRY_CONDITION"] = "MaximumRetryAttempts",
                    ["RETRY_ATTEMPTS"] = "2",
                },
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_body_is_the_matched_event_or_what_InputPath_made_of_it(bool isTransformed)
    {
        var deadLetterBody = isTransformed ? DeadLetterBody.Transformed : DeadLetterBody.Matched;
        await using var sandbox = await RunningSandbox.StartAsync(deadLetterBody: deadLetterBody);
        await new Route { InputPath = "$.detail.event" }.CreateAsync(sandbox);
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(400);

        var id = await sandbox.PutEventAsync("""{"event":{"id":"the-original"}}""");

        await sandbox.WaitForAsync(DeliveryStep.DeadLettered);
        var message = (await sandbox.ReceiveAsync(Route.Queue)).ShouldHaveSingleItem();
        var body = JsonNode.Parse(message["Body"]!.GetValue<string>())!;
        body["id"]!.GetValue<string>().ShouldBe(isTransformed ? "the-original" : id);
    }

    [Fact]
    public async Task A_queue_whose_policy_does_not_name_the_rule_loses_the_event_and_the_loss_is_counted()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route { HasQueuePolicy = false }.CreateAsync(sandbox);
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(400);

        var id = await sandbox.PutEventAsync();

        var lost = await sandbox.WaitForAsync(DeliveryStep.Lost);
        lost.ShouldHaveSingleItem().EventId.ShouldBe(id);
        (await sandbox.ReceiveAsync(Route.Queue)).ShouldBeEmpty();
        const string Rule = """[{"Name":"RuleName","Value":"orders"}]""";
        (await sandbox.SumAsync("InvocationsFailedToBeSentToDlq", Rule)).ShouldBe(1);
    }

    [Fact]
    public async Task A_target_without_a_dead_letter_queue_loses_the_event()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await new Route { HasQueue = false }.CreateAsync(sandbox);
        sandbox.Host.Ingest.Behaviour = new IngestBehaviour.Status(400);

        await sandbox.PutEventAsync();

        (await sandbox.WaitForAsync(DeliveryStep.Lost)).ShouldHaveSingleItem();
    }
}
