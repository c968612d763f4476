using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Tests.Fakes;

namespace Firetiger.DlqRedriver.Tests;

/// <summary>What becomes of messages that others have meanwhile, and of queues that hide too many.</summary>
public sealed class ReceivedMessagesTests
{
    [Fact]
    public async Task A_handle_that_expired_is_no_error_and_is_not_tried_again()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.Sqs.BatchErrorCode = "ReceiptHandleIsInvalid";
        redriving.Aws.Sqs.FailingDeletes = 100;
        redriving.Aws.DeadLetter("e-1");

        var report = await redriving.RunAsync();

        report.Redriven.ShouldBe(1);
        report.Failed.ShouldBe(0);
        redriving.Aws.Sqs.Calls.Count(call => call is "DeleteMessageBatch").ShouldBe(1);
        redriving.Log.ShouldNotContain("MessageRefused");
    }

    [Fact]
    public async Task A_delete_that_fails_is_tried_again()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.Sqs.FailingDeletes = 1;
        redriving.Aws.DeadLetter("e-1");

        var report = await redriving.RunAsync(TimeProvider.System);

        report.Deleted.ShouldBe(1);
        redriving.InQueue(FakeSqs.DeadLetters).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_queue_that_hides_too_many_messages_gets_no_more_to_hide()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.Sqs.InFlightOfOthers = 50_000;
        for (var index = 0; index < 1_200; index++)
        {
            redriving.Aws.DeadLetter($"young-{index}", age: TimeSpan.Zero);
        }

        var report = await redriving.RunAsync();

        report.StoppedBecause.ShouldBe(StopReason.InFlightLimit);
        report.Waiting.ShouldBeGreaterThan(0);
        redriving.Aws.Sqs.InQueue(FakeSqs.DeadLetters).ShouldAllBe(message => message.HiddenFor == null);
    }
}
