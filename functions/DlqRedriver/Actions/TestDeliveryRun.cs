using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Health;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Queues;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;
using Firetiger.DlqRedriver.Sending;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>
/// Sends a marked event the way that copies go, and waits until CloudWatch shows that it arrived or it comes back, as far as the
/// time allows.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="request">What is asked for.</param>
internal sealed class TestDeliveryRun(RunContext run, TestDeliveryRequest request)
{
    // A test among more messages than these is left to CloudWatch.
    private const int MostHeld = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestMetricsDelay = TimeSpan.FromMinutes(5);

    private readonly HeldMessages _deadLetters = new(run, run.Redriver.DeadLetters);
    private readonly HeldMessages _quarantine = new(run, run.Redriver.Quarantine);

    private HealthMetrics Metrics => run.Redriver.HealthMetrics;

    /// <summary>Tests.</summary>
    /// <returns>Why it ended.</returns>
    /// <exception cref="AwsCallException">A call failed without which it cannot go on.</exception>
    public async Task<StopReason> ExecuteAsync()
    {
        if (!await run.IsRouteWholeAsync())
        {
            return StopReason.RouteProblem;
        }

        var lastPutBefore = run.Redriver.Bus.LastPutAt;
        if ((request.Id ?? await SendAsync()) is not { } id)
        {
            return StopReason.AwsFault;
        }

        try
        {
            run.Tally.Test = await WatchAsync(id, lastPutBefore);
        }
        finally
        {
            await _deadLetters.ShowAsync();
            await _quarantine.ShowAsync();
        }

        return StopReason.Done;
    }

    private async Task<Guid?> SendAsync()
    {
        var id = Guid.CreateVersion7(run.Now);
        var letter = new DeadLetter
        {
            MessageId = "",
            ReceiptHandle = "",
            Body = "",
            SentAt = run.Now,
            Attributes = new DeadLetterAttributes(),
            Shape = BodyShape.Original,
            Event = TestEvent.Write(id, run.Redriver.StackName),
            Counts = new RedriveCounts(0, 0, run.Now),
        };
        var result = await run.Redriver.Bus.PutAsync(
            [RedriveCopy.Of(letter, run.Redriver.BusName, isProbe: false)],
            run.Deadline.Sends
        );
        if (result.Fault is { } fault)
        {
            throw fault;
        }

        var outcome = result.Outcomes[0];
        run.Tally.Fault = outcome.Accepted ? null : $"PutEvents: {outcome.ErrorCode}";
        return outcome.Accepted ? id : null;
    }

    private async Task<TestReport> WatchAsync(Guid id, DateTimeOffset? lastPutBefore)
    {
        var sentAt = TestEvent.SentAt(id);
        while (true)
        {
            if (
                (
                    await TakeFailedAsync(id, run.Redriver.DeadLetters, _deadLetters)
                    ?? await TakeFailedAsync(id, run.Redriver.Quarantine, _quarantine)
                ) is
                { } failed
            )
            {
                return TestReport.Failed(id, failed.Attributes);
            }

            var deliveries = await Metrics.ReadRedriveSinceAsync(sentAt, run.Deadline.Sends);
            var evidence = new TestEvidence(
                deliveries,
                IsAlone: !IsInSamePeriod(lastPutBefore, sentAt) && await WasQuietBeforeAsync(sentAt),
                IsOver: run.Now >= sentAt + run.Redriver.CopyMaximumAge + LongestMetricsDelay,
                Others: [.. _deadLetters.Letters.Where(letter => !letter.IsTest).Select(letter => letter.Attributes)]
            );
            if (evidence.ShowsArrival)
            {
                return TestReport.Arrived(id);
            }

            if (run.Deadline.IsNear || evidence.IsOver)
            {
                return TestReport.Open(id, evidence, sentAt + run.Redriver.CopyMaximumAge + LongestMetricsDelay);
            }

            await Task.Delay(Pause, run.Redriver.Time);
        }
    }

    // CloudWatch counts by the minute and by the rule: what else was sent then, or is still tried, would be taken for the test.
    private bool IsInSamePeriod(DateTimeOffset? put, DateTimeOffset sentAt) =>
        put is { } at && at >= Metrics.PeriodOf(sentAt) && at - sentAt < TimeSpan.FromMilliseconds(1);

    private async Task<bool> WasQuietBeforeAsync(DateTimeOffset sentAt)
    {
        var period = Metrics.PeriodOf(sentAt);
        var start = period - run.Redriver.CopyMaximumAge;
        return await Metrics.ReadRedriveAttemptsAsync(start, period, run.Deadline.Sends) == 0;
    }

    // Who waits for a test is told of its failure here: it need not stay in a queue.
    private async Task<DeadLetter?> TakeFailedAsync(Guid id, MessageQueue queue, HeldMessages held)
    {
        while (held.Count < MostHeld && !run.Deadline.IsNear)
        {
            var page = await queue.ReceiveAsync(MessageQueue.PageSize, run.Deadline.Ownership, run.Deadline.Sends);
            if (page.Count == 0)
            {
                return null;
            }

            run.Tally.Received += page.Count;
            var found = page.FirstOrDefault(letter => letter.IsTest && IsId(letter.EventId, id));
            held.Hold(page.Where(letter => letter != found));
            if (found is not null)
            {
                await run.DeleteAsync(queue, [found]);
                return found;
            }
        }

        return null;
    }

    private static bool IsId(string? eventId, Guid id) => Guid.TryParse(eventId, out var other) && other == id;
}
