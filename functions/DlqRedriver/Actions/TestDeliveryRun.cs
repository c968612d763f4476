using Firetiger.DlqRedriver.Aws;
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

    private readonly HeldMessages _deadLetters = new(run, run.Redriver.DeadLetters);
    private readonly HeldMessages _quarantine = new(run, run.Redriver.Quarantine);

    /// <summary>Tests.</summary>
    /// <returns>Why it ended.</returns>
    /// <exception cref="AwsCallException">A call failed without which it cannot go on.</exception>
    public async Task<StopReason> ExecuteAsync()
    {
        if (!await run.IsRouteWholeAsync())
        {
            return StopReason.RouteProblem;
        }

        if ((request.Id ?? await SendAsync()) is not { } id)
        {
            return StopReason.AwsFault;
        }

        try
        {
            run.Tally.Test = await WatchAsync(id);
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

    private async Task<TestReport> WatchAsync(Guid id)
    {
        while (true)
        {
            if (await TakeFailedAsync(id, run.Redriver.DeadLetters, _deadLetters) is { } failed)
            {
                return TestReport.Failed(id, failed.Attributes);
            }

            if (await TakeFailedAsync(id, run.Redriver.Quarantine, _quarantine) is { } quarantined)
            {
                return TestReport.Failed(id, quarantined.Attributes);
            }

            var deliveries = await run.Redriver.HealthMetrics.ReadRedriveSinceAsync(
                TestEvent.SentAt(id),
                run.Deadline.Sends
            );
            // Copies of a redrive may be among them: only when none fails is the test known to be among those that arrived.
            if (deliveries.Successes > 0 && deliveries.Successes >= deliveries.Attempts)
            {
                return TestReport.Arrived(id);
            }

            if (run.Deadline.IsNear)
            {
                return TestReport.Open(id, deliveries);
            }

            await Task.Delay(Pause, run.Redriver.Time);
        }
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
