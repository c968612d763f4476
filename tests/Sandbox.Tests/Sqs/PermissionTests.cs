using System.Text.Json.Nodes;
using Amazon.SQS;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Tests.Wire;

namespace Firetiger.Sandbox.Tests.Sqs;

public sealed class PermissionTests
{
    private static readonly Principal Rule = new Principal.Service("events.amazonaws.com", Some.RuleArn);

    [Fact]
    public async Task EventBridge_cannot_send_to_a_queue_without_a_policy()
    {
        await using var queue = await OneQueue.StartAsync();

        var error = await Should.ThrowAsync<AwsException>(() => SendAsRuleAsync(queue));

        error.Message.ShouldStartWith("User: events.amazonaws.com is not authorized to perform: sqs:SendMessage");
        (await queue.CountsAsync()).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task EventBridge_sends_for_the_rule_that_the_queues_policy_names()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.Client.SetQueueAttributesAsync(
            queue.Url,
            new Dictionary<string, string> { ["Policy"] = Some.PolicyForRule(Some.RuleArn) },
            OneQueue.Token
        );

        await SendAsRuleAsync(queue);

        (await queue.CountsAsync()).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task A_batch_needs_the_permission_of_the_single_operation()
    {
        await using var queue = await OneQueue.StartAsync();
        using var client = queue.ClientOf(
            await queue.Sandbox.RoleAsync(
                "sender",
                $$"""{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"{{Some.QueueArn}}"}"""
            )
        );

        await client.SendMessageBatchAsync(queue.Url, [new("a", "b")], OneQueue.Token);
        var error = await Should.ThrowAsync<AmazonSQSException>(() =>
            client.DeleteMessageBatchAsync(queue.Url, [new("a", "b")], OneQueue.Token)
        );

        error.ErrorCode.ShouldBe("AccessDenied");
        error.Message.ShouldBe(
            "User: arn:aws:sts::123456789012:assumed-role/sender/a-session is not authorized to perform: "
                + "sqs:DeleteMessage on resource: arn:aws:sqs:us-east-1:123456789012:a-queue because no identity-based "
                + "policy allows the sqs:DeleteMessage action"
        );
    }

    private static Task<JsonObject> SendAsRuleAsync(OneQueue queue) =>
        queue.Sandbox.CallAsync("sqs", "SendMessage", $$"""{"QueueUrl":"{{queue.Url}}","MessageBody":"b"}""", Rule);
}
