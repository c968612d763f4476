using System.Text.Json.Nodes;
using Amazon.SQS;
using Amazon.SQS.Model;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Tests.Wire;

namespace Firetiger.Sandbox.Tests.Sqs;

public sealed class QueueTests
{
    [Fact]
    public async Task A_queue_shows_its_attributes()
    {
        await using var queue = await OneQueue.StartAsync("""{"MessageRetentionPeriod":"1209600"}""");

        var response = await queue.Client.GetQueueAttributesAsync(queue.Url, ["All"], OneQueue.Token);

        response.QueueARN.ShouldBe(Some.QueueArn);
        response.Attributes["MessageRetentionPeriod"].ShouldBe("1209600");
        response.Attributes["MaximumMessageSize"].ShouldBe("1048576");
        response.Attributes["CreatedTimestamp"].ShouldBe("1700000000");
        response.Attributes.ShouldNotContainKey("Policy");
    }

    [Theory]
    [InlineData("DelaySeconds", "901", "InvalidAttributeValue", "Invalid value for the parameter DelaySeconds.")]
    [InlineData(
        "VisibilityTimeout",
        "-1",
        "InvalidAttributeValue",
        "Invalid value for the parameter VisibilityTimeout."
    )]
    [InlineData(
        "MessageRetentionPeriod",
        "1209601",
        "InvalidAttributeValue",
        "Invalid value for the parameter MessageRetentionPeriod."
    )]
    [InlineData(
        "KmsMasterKeyId",
        "alias/aws/sqs",
        "InvalidAttributeValue",
        "Invalid value for the parameter KmsMasterKeyId. Reason: The sandbox does not evaluate a KMS key's policy, without which EventBridge's messages are lost."
    )]
    [InlineData("Colour", "red", "InvalidAttributeName", "Unknown Attribute Colour.")]
    [InlineData(
        "Policy",
        "{}",
        "InvalidAttributeValue",
        "Invalid value for the parameter Policy. Reason: The policy must contain a valid version string."
    )]
    public async Task A_bad_attribute_is_refused(string name, string value, string code, string message)
    {
        await using var queue = await OneQueue.StartAsync();

        var error = await Should.ThrowAsync<AmazonSQSException>(() =>
            queue.Client.SetQueueAttributesAsync(
                queue.Url,
                new Dictionary<string, string> { [name] = value },
                OneQueue.Token
            )
        );

        error.ErrorCode.ShouldBe(code);
        error.Message.ShouldBe(message);
    }

    [Fact]
    public async Task A_queue_is_made_again_with_the_same_attributes_only()
    {
        await using var queue = await OneQueue.StartAsync("""{"DelaySeconds":"5"}""");

        var again = await queue.Client.CreateQueueAsync(
            new CreateQueueRequest("a-queue") { Attributes = new() { ["DelaySeconds"] = "5" } },
            OneQueue.Token
        );
        var error = await Should.ThrowAsync<QueueNameExistsException>(() =>
            queue.Client.CreateQueueAsync(
                new CreateQueueRequest("a-queue") { Attributes = new() { ["DelaySeconds"] = "6" } },
                OneQueue.Token
            )
        );

        again.QueueUrl.ShouldBe(queue.Url);
        error.ErrorCode.ShouldBe("QueueAlreadyExists");
        error.Message.ShouldBe(
            "A queue already exists with the same name and a different value for attribute DelaySeconds"
        );
    }

    [Fact]
    public async Task A_deleted_queue_is_gone_and_its_name_taken_for_a_minute()
    {
        await using var queue = await OneQueue.StartAsync();

        await queue.Client.DeleteQueueAsync(queue.Url, OneQueue.Token);

        (await Should.ThrowAsync<QueueDoesNotExistException>(() => queue.SendAsync())).ErrorCode.ShouldBe(
            "AWS.SimpleQueueService.NonExistentQueue"
        );
        await Should.ThrowAsync<QueueDeletedRecentlyException>(() =>
            queue.Client.CreateQueueAsync("a-queue", OneQueue.Token)
        );
        queue.Time.Advance(TimeSpan.FromSeconds(60));
        await queue.Client.CreateQueueAsync("a-queue", OneQueue.Token);
    }

    [Fact]
    public async Task A_queue_is_purged_at_most_once_a_minute()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();

        await queue.Client.PurgeQueueAsync(queue.Url, OneQueue.Token);
        var error = await Should.ThrowAsync<PurgeQueueInProgressException>(() =>
            queue.Client.PurgeQueueAsync(queue.Url, OneQueue.Token)
        );

        (await queue.CountsAsync()).ShouldBe((0, 0, 0));
        error.Message.ShouldBe("Only one PurgeQueue operation on a-queue is allowed every 60 seconds.");
    }

    [Fact]
    public async Task A_queue_is_found_by_its_URL_whatever_the_host()
    {
        await using var queue = await OneQueue.StartAsync();

        var response = await queue.Sandbox.JsonAsync(
            "sqs",
            "AmazonSQS.SendMessage",
            """{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/123456789012/a-queue","MessageBody":"b"}"""
        );

        response.EnsureSuccessStatusCode();
        (await queue.CountsAsync()).Visible.ShouldBe(1);
    }

    [Theory]
    [InlineData("a-queue", "InvalidAddress")]
    [InlineData("http://127.0.0.1/210987654321/a-queue", "QueueDoesNotExist")]
    [InlineData("http://127.0.0.1/123456789012/another", "QueueDoesNotExist")]
    public async Task A_URL_that_names_no_queue_is_refused(string address, string code)
    {
        await using var queue = await OneQueue.StartAsync();
        var input = new JsonObject { ["QueueUrl"] = address };

        var error = await Should.ThrowAsync<AwsException>(() =>
            queue.Sandbox.CallAsync("sqs", "ReceiveMessage", input.ToJsonString())
        );

        error.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Queues_are_listed_by_prefix_and_keep_their_tags()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.Client.CreateQueueAsync("b-queue", OneQueue.Token);

        await queue.Client.TagQueueAsync(
            new TagQueueRequest
            {
                QueueUrl = queue.Url,
                Tags = new() { ["stack"] = "s" },
            },
            OneQueue.Token
        );

        (await queue.Client.ListQueuesAsync("a-", OneQueue.Token)).QueueUrls.ShouldBe([queue.Url]);
        var tags = await queue.Client.ListQueueTagsAsync(
            new ListQueueTagsRequest { QueueUrl = queue.Url },
            OneQueue.Token
        );
        tags.Tags["stack"].ShouldBe("s");
    }

    [Fact]
    public async Task Eleven_messages_cannot_be_asked_for()
    {
        await using var queue = await OneQueue.StartAsync();

        var error = await Should.ThrowAsync<AmazonSQSException>(() => queue.ReceiveAsync(maximum: 11));

        error.ErrorCode.ShouldBe("InvalidParameterValue");
        error.Message.ShouldBe(
            "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided."
        );
    }
}
