using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Health;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>
/// Sends messages that SQS would soon delete again to their own queue. It asks nothing of route, gate or budget: an outage may be
/// longer than a retention.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="queue">The queue.</param>
internal sealed class Renewal(RunContext run, MessageQueue queue)
{
    // SQS returns messages roughly by age: after so many young ones in a row the old ones are done, or will be found next time.
    private const int MostYoungInARow = 500;

    private readonly HeldMessages _held = new(run, queue);

    /// <summary>Renews both queues.</summary>
    /// <param name="run">The run.</param>
    /// <param name="deadLetters">The dead-letter queue.</param>
    /// <param name="quarantine">The quarantine queue.</param>
    /// <param name="metrics">The ages of their oldest messages.</param>
    /// <returns>When done.</returns>
    public static async Task SweepAsync(
        RunContext run,
        QueueState deadLetters,
        QueueState quarantine,
        MetricsReading metrics
    )
    {
        await new Renewal(run, run.Redriver.DeadLetters).SweepAsync(deadLetters, metrics.OldestDeadLetter);
        await new Renewal(run, run.Redriver.Quarantine).SweepAsync(quarantine, metrics.OldestQuarantined);
    }

    /// <summary>Renews what is old enough, as far as half of the run's time allows.</summary>
    /// <param name="state">The queue.</param>
    /// <param name="oldest">
    /// The age of its oldest message by CloudWatch, or null when it is not known: then a first page shows whether to go on.
    /// </param>
    /// <returns>When done. What could not be renewed stays where it is, for the next run.</returns>
    public async Task SweepAsync(QueueState state, TimeSpan? oldest)
    {
        var renewFrom = RenewalPolicy.RenewFrom(state.Retention);
        if (state.Visible == 0 || oldest < renewFrom)
        {
            return;
        }

        try
        {
            await SweepAsync(renewFrom, oldest is null ? 1 : MostYoungInARow);
        }
        catch (AwsCallException fault)
        {
            run.Note(fault);
        }

        await _held.ShowAsync();
    }

    private async Task SweepAsync(TimeSpan renewFrom, int mostYoung)
    {
        var young = 0;
        while (young < mostYoung && !run.Deadline.IsHalfOver)
        {
            var page = await queue.ReceiveAsync(MessageQueue.PageSize, run.Deadline.Ownership, run.Deadline.Sends);
            if (page.Count == 0)
            {
                return;
            }

            var now = run.Now;
            var old = page.Where(letter => now - letter.SentAt >= renewFrom).ToList();
            _held.Hold(page.Except(old));
            await RenewAsync(old);
            young = old.Count == 0 ? young + page.Count : 0;
        }
    }

    private async Task RenewAsync(IReadOnlyList<DeadLetter> letters)
    {
        var renewed = await Task.WhenAll(letters.Select(TrySendAsync));
        var safe = letters.Where((_, index) => renewed[index]).ToList();
        _held.Hold(letters.Except(safe));
        run.Tally.Renewed += safe.Count;
        await run.DeleteAsync(queue, safe);
    }

    private async Task<bool> TrySendAsync(DeadLetter letter)
    {
        var mark = new RedriveMark(letter.Counts, letter.QuarantineReason).Write();
        try
        {
            await queue.SendAsync(letter.Body, MarkedAttributes.Of(letter, mark), run.Deadline.Sends);
            return true;
        }
        catch (AwsCallException fault)
        {
            run.Tally.Failed++;
            run.Note(fault);
            return false;
        }
    }
}
