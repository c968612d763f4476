using Amazon.SQS.Model;

namespace Firetiger.Sandbox.Tests.Sqs;

public sealed class BatchTests
{
    [Fact]
    public async Task A_bad_entry_fails_alone()
    {
        await using var queue = await OneQueue.StartAsync();

        var response = await queue.Client.SendMessageBatchAsync(
            queue.Url,
            [new("good", "body"), new("bad", "\u0001")],
            OneQueue.Token
        );

        response.Successful.ShouldHaveSingleItem().Id.ShouldBe("good");
        var failure = response.Failed.ShouldHaveSingleItem();
        failure.Id.ShouldBe("bad");
        failure.Code.ShouldBe("InvalidMessageContents");
        failure.SenderFault.ShouldBe(true);
        (await queue.CountsAsync()).Visible.ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_of_deletes_tells_which_failed()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();
        var message = await queue.ReceiveOneAsync();

        var response = await queue.Client.DeleteMessageBatchAsync(
            queue.Url,
            [new("good", message.ReceiptHandle), new("bad", "made up")],
            OneQueue.Token
        );

        response.Successful.ShouldHaveSingleItem().Id.ShouldBe("good");
        response.Failed.ShouldHaveSingleItem().Code.ShouldBe("ReceiptHandleIsInvalid");
        (await queue.CountsAsync()).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task A_batch_of_visibility_changes_tells_which_failed()
    {
        await using var queue = await OneQueue.StartAsync();
        await queue.SendAsync();
        var message = await queue.ReceiveOneAsync();

        var response = await queue.Client.ChangeMessageVisibilityBatchAsync(
            queue.Url,
            [
                new("good", message.ReceiptHandle) { VisibilityTimeout = 0 },
                new("bad", message.ReceiptHandle) { VisibilityTimeout = 43_201 },
            ],
            OneQueue.Token
        );

        response.Successful.ShouldHaveSingleItem().Id.ShouldBe("good");
        response
            .Failed.ShouldHaveSingleItem()
            .Message.ShouldBe(
                "Value 43201 for parameter VisibilityTimeout is invalid. Reason: Must be between 0 and 43200, if provided."
            );
        (await queue.CountsAsync()).Visible.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_batch_is_refused()
    {
        await using var queue = await OneQueue.StartAsync();

        var error = await Should.ThrowAsync<EmptyBatchRequestException>(() =>
            queue.Client.SendMessageBatchAsync(queue.Url, [], OneQueue.Token)
        );

        error.Message.ShouldBe("There should be at least one SendMessageBatchRequestEntry in the request.");
    }

    [Fact]
    public async Task A_batch_of_eleven_is_refused()
    {
        await using var queue = await OneQueue.StartAsync();
        var entries = Enumerable.Range(0, 11).Select(number => new SendMessageBatchRequestEntry($"{number}", "b"));

        var error = await Should.ThrowAsync<TooManyEntriesInBatchRequestException>(() =>
            queue.Client.SendMessageBatchAsync(queue.Url, [.. entries], OneQueue.Token)
        );

        error.ErrorCode.ShouldBe("AWS.SimpleQueueService.TooManyEntriesInBatchRequest");
        error.Message.ShouldBe("Maximum number of entries per request are 10. You have sent 11.");
    }

    [Fact]
    public async Task The_ids_of_a_batch_are_distinct()
    {
        await using var queue = await OneQueue.StartAsync();

        var error = await Should.ThrowAsync<BatchEntryIdsNotDistinctException>(() =>
            queue.Client.SendMessageBatchAsync(queue.Url, [new("a", "b"), new("a", "c")], OneQueue.Token)
        );

        error.Message.ShouldBe("Id a repeated.");
    }

    [Fact]
    public async Task The_id_of_an_entry_is_made_of_letters_digits_hyphens_and_underscores()
    {
        await using var queue = await OneQueue.StartAsync();

        var error = await Should.ThrowAsync<InvalidBatchEntryIdException>(() =>
            queue.Client.SendMessageBatchAsync(queue.Url, [new("a b", "c")], OneQueue.Token)
        );

        error.Message.ShouldStartWith("A batch entry id can only contain alphanumeric characters");
    }

    [Fact]
    public async Task A_batch_is_at_most_one_mebibyte_in_all()
    {
        await using var queue = await OneQueue.StartAsync();
        var half = new string('x', 524_288);

        await queue.Client.SendMessageBatchAsync(queue.Url, [new("a", half), new("b", half)], OneQueue.Token);
        var error = await Should.ThrowAsync<BatchRequestTooLongException>(() =>
            queue.Client.SendMessageBatchAsync(queue.Url, [new("a", half), new("b", half + "y")], OneQueue.Token)
        );

        error.Message.ShouldBe("Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes.");
    }
}
