using Amazon.SQS.Model;

namespace Firetiger.Sandbox.Tests.Sqs;

public sealed class ReceiptHandleTests
{
    [Fact]
    public async Task A_message_is_deleted_by_its_receipt_handle()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();
        var message = await queue.ReceiveOneAsync();

        await queue.Client.DeleteMessageAsync(queue.Url, message.ReceiptHandle, OneQueue.Token);

        (await queue.CountsAsync()).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task The_handle_of_an_earlier_receipt_succeeds_and_deletes_nothing()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();
        var first = await queue.ReceiveOneAsync(visibility: 0);
        var second = await queue.ReceiveOneAsync();

        await queue.Client.DeleteMessageAsync(queue.Url, first.ReceiptHandle, OneQueue.Token);

        second.ReceiptHandle.ShouldNotBe(first.ReceiptHandle);
        (await queue.CountsAsync()).ShouldBe((0, 1, 0));
    }

    [Fact]
    public async Task The_latest_handle_deletes_even_when_the_message_is_visible_again()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();
        var message = await queue.ReceiveOneAsync(visibility: 0);

        await queue.Client.DeleteMessageAsync(queue.Url, message.ReceiptHandle, OneQueue.Token);

        (await queue.ReceiveAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_may_be_deleted_twice()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();
        var message = await queue.ReceiveOneAsync();
        await queue.Client.DeleteMessageAsync(queue.Url, message.ReceiptHandle, OneQueue.Token);

        await queue.Client.DeleteMessageAsync(queue.Url, message.ReceiptHandle, OneQueue.Token);

        (await queue.CountsAsync()).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task The_visibility_of_a_deleted_message_cannot_be_changed()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();
        var message = await queue.ReceiveOneAsync();
        await queue.Client.DeleteMessageAsync(queue.Url, message.ReceiptHandle, OneQueue.Token);

        var error = await Should.ThrowAsync<Amazon.SQS.AmazonSQSException>(() =>
            queue.Client.ChangeMessageVisibilityAsync(queue.Url, message.ReceiptHandle, 10, OneQueue.Token)
        );

        error.ErrorCode.ShouldBe("InvalidParameterValue");
        error.Message.ShouldEndWith("Message does not exist or is not available for visibility timeout change.");
    }

    [Fact]
    public async Task What_is_no_handle_of_the_queue_is_invalid()
    {
        await using var queue = await OneQueue.StartAsync();

        var error = await Should.ThrowAsync<ReceiptHandleIsInvalidException>(() =>
            queue.Client.DeleteMessageAsync(queue.Url, "made up", OneQueue.Token)
        );

        error.Message.ShouldBe("The input receipt handle \"made up\" is not a valid receipt handle.");
    }
}
