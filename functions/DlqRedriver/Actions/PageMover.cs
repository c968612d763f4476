using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;
using Firetiger.DlqRedriver.Sending;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>
/// Moves the messages of a page as decided. A message is deleted only after EventBridge or the quarantine queue has it;
/// whatever fails leaves it where it is.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="deadLetters">The dead-letter queue before the run.</param>
internal sealed class PageMover(RunContext run, QueueState deadLetters)
{
    private readonly HeldMessages _held = new(run, run.Redriver.DeadLetters);
    private readonly Renewal _renewal = new(run, run.Redriver.DeadLetters);
    private readonly Transfer _toQuarantine = new(run, run.Redriver.DeadLetters, run.Redriver.Quarantine);
    private readonly TimeSpan _renewFrom = RenewalPolicy.RenewFrom(deadLetters.Retention);
    private int _roomToHide = deadLetters.RoomToHide;

    private ReceivedMessages DeadLetters => run.Redriver.DeadLetters.Received;

    /// <summary>Gets how many messages are held.</summary>
    public int Held => _held.Count;

    /// <summary>Gets a value indicating whether SQS may hide more messages beyond the run.</summary>
    public bool HasRoomToHide => _roomToHide > 0;

    /// <summary>Leaves messages alone until the run is over.</summary>
    /// <param name="letters">The messages.</param>
    public void Hold(IEnumerable<DeadLetter> letters) => _held.Hold(letters);

    /// <summary>Shows the held messages again.</summary>
    /// <returns>When done, as far as the time allows.</returns>
    public Task ShowHeldAsync() => _held.ShowAsync();

    /// <summary>Counts what would be done, and leaves the messages alone.</summary>
    /// <param name="decided">The messages and what to do with them.</param>
    public void Count(IReadOnlyCollection<(DeadLetter Letter, Decision Decision)> decided)
    {
        Hold(decided.Select(item => item.Letter));
        run.Tally.Redriven += decided.Count(item => item.Decision is Decision.Send or Decision.Probe);
        run.Tally.Probed += decided.Count(item => item.Decision is Decision.Probe);
        run.Tally.Waiting += decided.Count(item => item.Decision is Decision.Wait);
        foreach (var quarantine in decided.Select(item => item.Decision).OfType<Decision.Quarantine>())
        {
            run.Tally.Quarantined(quarantine.Reason, 1);
        }
    }

    /// <summary>Moves a page. What the time does not allow is held.</summary>
    /// <param name="decided">The messages and what to do with them.</param>
    /// <returns>When done.</returns>
    /// <exception cref="AwsCallException">PutEvents failed as a whole.</exception>
    public async Task MoveAsync(IReadOnlyList<(DeadLetter Letter, Decision Decision)> decided)
    {
        await WaitAsync(decided);
        foreach (var reason in decided.Where(item => item.Decision is Decision.Quarantine).GroupBy(Reason))
        {
            await QuarantineInTimeAsync([.. reason.Select(item => item.Letter)], reason.Key);
        }

        var copies = decided
            .Where(item => item.Decision is Decision.Send or Decision.Probe)
            .Select(item => RedriveCopy.Of(item.Letter, run.Redriver.BusName, item.Decision is Decision.Probe));
        await SendAsync(copies);
    }

    /// <summary>
    /// Lets messages rest, hidden. SQS deletes a message though it is hidden, so none is hidden for longer than until it must be
    /// renewed, and one that is so old already is renewed at once.
    /// </summary>
    /// <param name="letters">The messages, and until when.</param>
    /// <returns>How many are hidden, and how many could be neither hidden nor renewed.</returns>
    public async Task<(int Hidden, int Failed)> RestAsync(
        IReadOnlyCollection<(DeadLetter Letter, DateTimeOffset Until)> letters
    )
    {
        var now = run.Now;
        var old = letters.Select(item => item.Letter).Where(letter => now - letter.SentAt >= _renewFrom).ToList();
        var renewed = await _renewal.RenewAsync(old);
        Hold(old.Except(renewed));
        var hiding = letters
            .Where(item => now - item.Letter.SentAt < _renewFrom)
            .Select(item => (item.Letter, For: Earlier(item.Until, item.Letter.SentAt + _renewFrom) - now));
        var hidden = await DeadLetters.HideAsync(hiding, run.Log, run.Deadline.CleanUp);
        return (hidden, letters.Count - renewed.Count - hidden);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static QuarantineReason Reason((DeadLetter Letter, Decision Decision) item) =>
        ((Decision.Quarantine)item.Decision).Reason;

    private async Task WaitAsync(IEnumerable<(DeadLetter Letter, Decision Decision)> decided)
    {
        var waiting = decided
            .Where(item => item.Decision is Decision.Wait)
            .Select(item => (item.Letter, ((Decision.Wait)item.Decision).Until))
            .ToList();
        var resting = waiting.Take(_roomToHide).ToList();
        Hold(waiting.Skip(resting.Count).Select(item => item.Letter));
        _roomToHide -= resting.Count;
        var (hidden, failed) = await RestAsync(resting);
        run.Tally.Waiting += waiting.Count - resting.Count + hidden;
        run.Tally.Failed += failed;
    }

    private async Task QuarantineInTimeAsync(IReadOnlyList<DeadLetter> letters, QuarantineReason reason)
    {
        if (run.Deadline.IsNear)
        {
            Hold(letters);
            return;
        }

        var moved = await _toQuarantine.MoveAsync(
            letters,
            letter => letter.Body,
            letter => MarkedAttributes.Of(letter, new RedriveMark(letter.Counts, reason.ToString()).Write())
        );
        run.Tally.Quarantined(reason, moved.Count);
        // One broken message, or a broken quarantine queue, must not keep the others from being delivered.
        await PutOffAsync([.. letters.Except(moved)]);
    }

    private async Task SendAsync(IEnumerable<RedriveCopy> copies)
    {
        AwsCallException? fault = null;
        foreach (var batch in PutEventsBatches.Pack(copies))
        {
            if (fault is not null || run.Deadline.IsNear)
            {
                Hold(batch.Select(copy => copy.Letter));
                continue;
            }

            fault = await SendBatchAsync(batch);
        }

        if (fault is not null)
        {
            throw fault;
        }
    }

    private async Task<AwsCallException?> SendBatchAsync(IReadOnlyList<RedriveCopy> batch)
    {
        var result = await run.Redriver.Bus.PutAsync(batch, run.Deadline.Sends);
        var accepted = result.Outcomes.Where(outcome => outcome.Accepted).Select(outcome => outcome.Letter).ToList();
        run.Tally.Redriven += accepted.Count;
        run.Tally.Moved(accepted);
        run.Tally.Probed += batch.Count(copy => copy.IsProbe && accepted.Contains(copy.Letter));
        await run.DeleteAsync(run.Redriver.DeadLetters, accepted);
        var refused = result.Outcomes.Where(outcome => !outcome.Accepted).ToList();
        foreach (var outcome in refused)
        {
            run.Log.MessageRefused("PutEvents", outcome.ErrorCode!, outcome.Letter.MessageId);
        }

        await SettleAsync(refused);
        return result.Fault;
    }

    private async Task SettleAsync(IReadOnlyList<PutOutcome> refused)
    {
        await QuarantineInTimeAsync(
            [.. refused.Where(outcome => outcome.RefusedForGood).Select(outcome => outcome.Letter)],
            QuarantineReason.RefusedByPutEvents
        );

        // After a failed call they come back as soon as the run is over: the next run may find EventBridge well.
        run.Tally.Failed += refused.Count(outcome => outcome.CallFailed);
        await PutOffAsync([
            .. refused.Where(outcome => outcome is { RefusedForGood: false, CallFailed: false }).Select(o => o.Letter),
        ]);
    }

    // Messages that fail again and again would otherwise be received first by every run, and the others never.
    private async Task PutOffAsync(IReadOnlyList<DeadLetter> letters)
    {
        var now = run.Now;
        run.Tally.Failed += letters.Count;
        await RestAsync([.. letters.Select(letter => (letter, now + run.Redriver.Limits.WaitAfterRefusal(letter)))]);
    }
}
