using Amazon.SQS.Model;

namespace Firetiger.Sandbox.Tests.Sqs;

public sealed class VisibilityTests
{
    [Fact]
    public async Task A_received_message_is_hidden_until_its_visibility_timeout_ends()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();
        await queue.ReceiveOneAsync(visibility: 60);

        queue.Time.Advance(TimeSpan.FromSeconds(59));
        var before = await queue.ReceiveAsync();
        queue.Time.Advance(TimeSpan.FromSeconds(1));
        var after = await queue.ReceiveAsync();

        before.ShouldBeEmpty();
        after.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_queues_own_visibility_timeout_holds_where_the_call_has_none()
    {
        await using var queue = await OneQueue.StartAsync("""{"VisibilityTimeout":"5"}""");
        await queue.SendAsync();
        await queue.ReceiveOneAsync();

        queue.Time.Advance(TimeSpan.FromSeconds(5));

        (await queue.ReceiveAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Every_receipt_counts_and_the_first_is_remembered()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();
        queue.Time.Advance(TimeSpan.FromSeconds(1));
        await queue.ReceiveOneAsync(visibility: 0);
        queue.Time.Advance(TimeSpan.FromSeconds(1));

        var message = await queue.ReceiveOneAsync();

        message.Attributes["SentTimestamp"].ShouldBe("1700000000000");
        message.Attributes["ApproximateFirstReceiveTimestamp"].ShouldBe("1700000001000");
        message.Attributes["ApproximateReceiveCount"].ShouldBe("2");
    }

    [Fact]
    public async Task A_visibility_of_zero_gives_a_message_back()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();
        var message = await queue.ReceiveOneAsync();

        await queue.Client.ChangeMessageVisibilityAsync(queue.Url, message.ReceiptHandle, 0, OneQueue.Token);

        (await queue.ReceiveAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_changed_visibility_counts_from_the_change()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();
        var message = await queue.ReceiveOneAsync(visibility: 60);
        queue.Time.Advance(TimeSpan.FromSeconds(30));

        await queue.Client.ChangeMessageVisibilityAsync(queue.Url, message.ReceiptHandle, 100, OneQueue.Token);

        queue.Time.Advance(TimeSpan.FromSeconds(99));
        (await queue.ReceiveAsync()).ShouldBeEmpty();
        queue.Time.Advance(TimeSpan.FromSeconds(1));
        (await queue.ReceiveAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_message_cannot_be_hidden_past_twelve_hours_from_its_receipt()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();
        var message = await queue.ReceiveOneAsync();
        queue.Time.Advance(TimeSpan.FromSeconds(1));

        var error = await Should.ThrowAsync<Amazon.SQS.AmazonSQSException>(() =>
            queue.Client.ChangeMessageVisibilityAsync(queue.Url, message.ReceiptHandle, 43_200, OneQueue.Token)
        );

        error.ErrorCode.ShouldBe("InvalidParameterValue");
        error.Message.ShouldBe(
            "Value 43200 for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout for the message "
                + "is beyond the limit [43200 seconds]"
        );
        await queue.Client.ChangeMessageVisibilityAsync(queue.Url, message.ReceiptHandle, 43_199, OneQueue.Token);
    }

    [Fact]
    public async Task A_message_that_is_visible_again_is_not_in_flight()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();
        var message = await queue.ReceiveOneAsync();
        queue.Time.Advance(TimeSpan.FromSeconds(30));

        var error = await Should.ThrowAsync<MessageNotInflightException>(() =>
            queue.Client.ChangeMessageVisibilityAsync(queue.Url, message.ReceiptHandle, 10, OneQueue.Token)
        );

        error.ErrorCode.ShouldBe("AWS.SimpleQueueService.MessageNotInflight");
        error.Message.ShouldBe("The specified message isn't in flight.");
    }

    [Fact]
    public async Task A_delayed_message_shows_when_its_delay_ends()
    {
        await using var queue = await OneQueue.StartAsync("""{"DelaySeconds":"10"}""");
        await queue.SendAsync();

        var counts = await queue.CountsAsync();
        queue.Time.Advance(TimeSpan.FromSeconds(10));

        counts.ShouldBe((0, 0, 1));
        (await queue.CountsAsync()).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task A_message_past_the_queues_retention_is_gone()
    {
        await using var queue = await OneQueue.StartAsync("""{"MessageRetentionPeriod":"60"}""");
        await queue.SendAsync();
        await queue.ReceiveOneAsync(visibility: 30);

        queue.Time.Advance(TimeSpan.FromSeconds(60));

        (await queue.CountsAsync()).ShouldBe((0, 0, 0));
        (await queue.ReceiveAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_poll_ends_with_the_next_message()
    {
        await using var queue = await OneQueue.StartAsync();

        var poll = queue.Client.ReceiveMessageAsync(
            new ReceiveMessageRequest { QueueUrl = queue.Url, WaitTimeSeconds = 20 },
            OneQueue.Token
        );
        await queue.SendAsync("late");

        (await poll).Messages.ShouldHaveSingleItem().Body.ShouldBe("late");
    }

    [Fact]
    public async Task A_long_poll_for_nothing_ends_with_its_wait()
    {
        await using var queue = await OneQueue.StartAsync();

        var poll = queue.Sandbox.CallAsync(
            "sqs",
            "ReceiveMessage",
            $$"""{"QueueUrl":"{{queue.Url}}","WaitTimeSeconds":20}"""
        );
        poll.IsCompleted.ShouldBeFalse();
        queue.Time.Advance(TimeSpan.FromSeconds(20));

        (await poll).Count.ShouldBe(0);
    }
}
