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
    /// <summary>The young messages in a row after which a run stops though the age of the oldest says that there are old ones.</summary>
    public const int LongLook = 500;

    /// <summary>The part of a run's time after which renewal ends.</summary>
    public const double Part = 0.5;

    private const double QuarantinePart = 0.25;

    private readonly HeldMessages _held = new(run, queue);

    /// <summary>Renews both queues.</summary>
    /// <param name="run">The run.</param>
    /// <param name="deadLetters">The dead-letter queue.</param>
    /// <param name="quarantine">The quarantine queue, or null when SQS does not tell.</param>
    /// <param name="metrics">The ages of their oldest messages.</param>
    /// <returns>When done.</returns>
    public static async Task SweepAsync(
        RunContext run,
        QueueState deadLetters,
        QueueState? quarantine,
        MetricsReading metrics
    )
    {
        // A long queue takes all the time that it is given: neither may take the other's.
        if (quarantine is not null)
        {
            await new Renewal(run, run.Redriver.Quarantine).SweepAsync(
                quarantine,
                metrics.OldestQuarantined,
                QuarantinePart
            );
        }

        await new Renewal(run, run.Redriver.DeadLetters).SweepAsync(deadLetters, metrics.OldestDeadLetter, Part);
    }

    /// <summary>Renews what is old enough, as far as the time allows.</summary>
    /// <param name="state">The queue.</param>
    /// <param name="oldest">
    /// The age of its oldest message by CloudWatch, or null when it is not known. It makes a sweep longer and never spares one,
    /// because it leaves out every message that was received three times. Source: "Available CloudWatch metrics for Amazon SQS" in the
    /// SQS developer guide.
    /// </param>
    /// <param name="until">The part of the run's time after which it ends.</param>
    /// <returns>When done. What could not be renewed stays where it is, for the next run.</returns>
    public async Task SweepAsync(QueueState state, TimeSpan? oldest, double until)
    {
        if (state.Visible == 0)
        {
            return;
        }

        var renewFrom = RenewalPolicy.RenewFrom(state.Retention);
        var look = RenewalPolicy.YoungInARow(state.Visible, state.Retention, run.Redriver.Interval);
        try
        {
            await SweepAsync(renewFrom, oldest >= renewFrom ? Math.Max(LongLook, look) : look, until);
        }
        catch (AwsCallException fault)
        {
            run.Note(fault);
        }

        await _held.ShowAsync();
    }

    /// <summary>Renews messages that are old enough.</summary>
    /// <param name="letters">Received messages of the queue, a page of them.</param>
    /// <returns>Those that were renewed.</returns>
    public async Task<IReadOnlyList<DeadLetter>> RenewAsync(IReadOnlyList<DeadLetter> letters)
    {
        var renewed = await new Transfer(run, queue, queue).MoveAsync(
            letters,
            letter => letter.Body,
            letter => MarkedAttributes.Of(letter, new RedriveMark(letter.Counts, letter.QuarantineReason).Write())
        );
        run.Tally.Renewed += renewed.Count;
        return renewed;
    }

    private async Task SweepAsync(TimeSpan renewFrom, int mostYoung, double until)
    {
        var young = 0;
        while (young < mostYoung && run.Deadline.PartOver < until)
        {
            var page = await queue.ReceiveAsync(MessageQueue.PageSize, run.Deadline.Ownership, run.Deadline.Sends);
            if (page.Count == 0)
            {
                return;
            }

            var now = run.Now;
            var old = page.Where(letter => now - letter.SentAt >= renewFrom).ToList();
            var renewed = await RenewAsync(old);
            run.Tally.Failed += old.Count - renewed.Count;
            // Thousands fit the memory without their bodies.
            _held.Hold(page.Except(renewed).Select(letter => letter with { Body = "", Event = default }));
            young = old.Count == 0 ? young + page.Count : 0;
        }
    }
}
