using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Sending;

namespace Firetiger.DlqRedriver;

/// <summary>
/// Moves the messages of a page as decided. A message is deleted only after EventBridge or the quarantine queue has it;
/// whatever fails leaves it where it is.
/// </summary>
/// <param name="redriver">What it works with.</param>
/// <param name="tally">Where it counts.</param>
/// <param name="log">The invocation's log.</param>
/// <param name="deadline">The invocation's time.</param>
internal sealed class PageMover(Redriver redriver, RunTally tally, Log log, RunDeadline deadline)
{
    private readonly List<DeadLetter> _held = [];

    /// <summary>Gets how many messages are held.</summary>
    public int Held => _held.Count;

    /// <summary>Leaves messages alone; they stay hidden until the run shows them, or it would receive them again.</summary>
    /// <param name="letters">The messages.</param>
    public void Hold(IEnumerable<DeadLetter> letters) => _held.AddRange(letters);

    /// <summary>Shows the held messages again.</summary>
    /// <returns>When done, as far as the time allows.</returns>
    public Task ShowHeldAsync() =>
        redriver.DeadLetters.HideAsync(_held.Select(letter => (letter, TimeSpan.Zero)), log, deadline.CleanUp);

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

        await SendAsync(decided.Where(item => item.Decision is Decision.Send).Select(item => item.Letter));
    }

    /// <summary>Keeps a failed call for the report and tells the log.</summary>
    /// <param name="fault">The call.</param>
    public void Note(AwsCallException fault)
    {
        tally.Fault = fault.Message;
        log.AwsFault(fault);
    }

    private async Task HideAsync(IEnumerable<(DeadLetter Letter, Decision Decision)> decided, DateTimeOffset now)
    {
        var waiting = decided
            .Where(item => item.Decision is Decision.Wait)
            .Select(item => (item.Letter, For: ((Decision.Wait)item.Decision).Until - now))
            .ToList();
        var hidden = await redriver.DeadLetters.HideAsync(waiting, log, deadline.CleanUp);
        tally.Waiting += hidden;
        tally.Failed += waiting.Count - hidden;
    }

    private async Task QuarantineInTimeAsync(DeadLetter letter, QuarantineReason reason)
    {
        if (deadline.IsNear)
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
            await redriver.Quarantine.SendAsync(letter, reason, deadline.Sends);
        }
        catch (AwsCallException fault)
        {
            // One broken message, or a broken quarantine queue, must not keep the others from being delivered.
            Note(fault);
            await PutOffAsync([letter]);
            return;
        }

        tally.Quarantined(reason);
        tally.Deleted += await redriver.DeadLetters.DeleteAsync([letter], log, deadline.CleanUp);
    }

    private async Task SendAsync(IEnumerable<DeadLetter> letters)
    {
        AwsCallException? fault = null;
        foreach (var batch in redriver.Pack(letters))
        {
            if (fault is not null || deadline.IsNear)
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
        var result = await redriver.Bus.PutAsync(batch, deadline.Sends);
        var accepted = result.Outcomes.Where(outcome => outcome.Accepted).Select(outcome => outcome.Letter).ToList();
        tally.Redriven += accepted.Count;
        tally.Deleted += await redriver.DeadLetters.DeleteAsync(accepted, log, deadline.CleanUp);
        var refused = result.Outcomes.Where(outcome => !outcome.Accepted).ToList();
        foreach (var outcome in refused)
        {
            log.MessageRefused("PutEvents", outcome.ErrorCode!, outcome.Letter.MessageId);
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
        tally.Failed += refused.Count(outcome => outcome.CallFailed);
        await PutOffAsync([
            .. refused.Where(outcome => outcome is { RefusedForGood: false, CallFailed: false }).Select(o => o.Letter),
        ]);
    }

    // Messages that fail again and again would otherwise be received first by every run, and the others never.
    private async Task PutOffAsync(IReadOnlyList<DeadLetter> letters)
    {
        tally.Failed += letters.Count;
        await redriver.DeadLetters.HideAsync(
            letters.Select(letter => (letter, redriver.Limits.WaitAfterRefusal(letter))),
            log,
            deadline.CleanUp
        );
    }
}
