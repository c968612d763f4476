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
/// <param name="roomToHide">How many messages may be hidden beyond the run: see <see cref="QueueState.RoomToHide"/>.</param>
internal sealed class PageMover(RunContext run, int roomToHide)
{
    private readonly HeldMessages _held = new(run, run.Redriver.DeadLetters);
    private int _roomToHide = roomToHide;

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
            run.Tally.Quarantined(quarantine.Reason);
        }
    }

    /// <summary>Moves a page. What the time does not allow is held.</summary>
    /// <param name="decided">The messages and what to do with them.</param>
    /// <param name="now">The time of the decisions.</param>
    /// <returns>When done.</returns>
    /// <exception cref="AwsCallException">PutEvents failed as a whole.</exception>
    public async Task MoveAsync(IReadOnlyList<(DeadLetter Letter, Decision Decision)> decided, DateTimeOffset now)
    {
        await HideAsync(decided, now);
        foreach (var (letter, decision) in decided)
        {
            if (decision is Decision.Quarantine quarantine)
            {
                await QuarantineInTimeAsync(letter, quarantine.Reason);
            }
        }

        var copies = decided
            .Where(item => item.Decision is Decision.Send or Decision.Probe)
            .Select(item => RedriveCopy.Of(item.Letter, run.Redriver.BusName, item.Decision is Decision.Probe));
        await SendAsync(copies);
    }

    private async Task HideAsync(IEnumerable<(DeadLetter Letter, Decision Decision)> decided, DateTimeOffset now)
    {
        var waiting = decided
            .Where(item => item.Decision is Decision.Wait)
            .Select(item => (item.Letter, For: ((Decision.Wait)item.Decision).Until - now))
            .ToList();
        var hiding = waiting.Take(_roomToHide).ToList();
        Hold(waiting.Skip(hiding.Count).Select(item => item.Letter));
        _roomToHide -= hiding.Count;
        var hidden = await DeadLetters.HideAsync(hiding, run.Log, run.Deadline.CleanUp);
        run.Tally.Waiting += waiting.Count - hiding.Count + hidden;
        run.Tally.Failed += hiding.Count - hidden;
    }

    private async Task QuarantineInTimeAsync(DeadLetter letter, QuarantineReason reason)
    {
        if (run.Deadline.IsNear)
        {
            Hold([letter]);
            return;
        }

        await QuarantineAsync(letter, reason);
    }

    private async Task QuarantineAsync(DeadLetter letter, QuarantineReason reason)
    {
        try
        {
            var mark = new RedriveMark(letter.Counts, reason.ToString()).Write();
            await run.Redriver.Quarantine.SendAsync(letter.Body, MarkedAttributes.Of(letter, mark), run.Deadline.Sends);
        }
        catch (AwsCallException fault)
        {
            // One broken message, or a broken quarantine queue, must not keep the others from being delivered.
            run.Note(fault);
            await PutOffAsync([letter]);
            return;
        }

        run.Tally.Quarantined(reason);
        run.Tally.Moved([letter]);
        await run.DeleteAsync(run.Redriver.DeadLetters, [letter]);
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
        foreach (var outcome in refused.Where(outcome => outcome.RefusedForGood))
        {
            await QuarantineInTimeAsync(outcome.Letter, QuarantineReason.RefusedByPutEvents);
        }

        // After a failed call they come back as soon as the run is over: the next run may find EventBridge well.
        run.Tally.Failed += refused.Count(outcome => outcome.CallFailed);
        await PutOffAsync([
            .. refused.Where(outcome => outcome is { RefusedForGood: false, CallFailed: false }).Select(o => o.Letter),
        ]);
    }

    // Messages that fail again and again would otherwise be received first by every run, and the others never.
    private async Task PutOffAsync(IReadOnlyList<DeadLetter> letters)
    {
        run.Tally.Failed += letters.Count;
        await DeadLetters.HideAsync(
            letters.Select(letter => (letter, run.Redriver.Limits.WaitAfterRefusal(letter))),
            run.Log,
            run.Deadline.CleanUp
        );
    }
}
