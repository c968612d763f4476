using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;

namespace Firetiger.DlqRedriver;

/// <summary>
/// One run: pages of the dead-letter queue until the budget, the queue or the time ends. A message is deleted only after
/// EventBridge or the quarantine queue has it; whatever fails leaves it where it is.
/// </summary>
/// <param name="redriver">What it works with.</param>
/// <param name="request">What is asked for.</param>
/// <param name="log">The invocation's log.</param>
/// <param name="deadline">The invocation's time.</param>
internal sealed class RedriveRun(Redriver redriver, RedriveRequest request, Log log, RunDeadline deadline)
{
    // Messages that stay are hidden until the run is over; this bounds how many, and how long a broken queue is tried.
    private const int MostFailed = 50;
    private const int MostHeld = 1_000;

    private static readonly TimeSpan RouteCheckedFor = TimeSpan.FromSeconds(60);

    private readonly RunTally _tally = new();
    private readonly List<DeadLetter> _held = [];
    private readonly long _started = redriver.Time.GetTimestamp();
    private long? _routeChecked;

    /// <summary>Runs.</summary>
    /// <returns>What was done, also when AWS failed on the way.</returns>
    public async Task<RunReport> ExecuteAsync()
    {
        var stopped = await DrainAsync();
        await redriver.DeadLetters.HideAsync(_held.Select(letter => (letter, TimeSpan.Zero)), log, deadline.Calls);
        return _tally.ToReport(stopped, request.DryRun, redriver.Budget, redriver.Time.GetElapsedTime(_started));
    }

    private async Task<StopReason> DrainAsync()
    {
        try
        {
            while (true)
            {
                if (Ended() is { } ended)
                {
                    return ended;
                }

                if (await FindRouteProblemAsync() is { } problem)
                {
                    _tally.RouteProblem = problem;
                    log.RouteProblem(problem);
                    return StopReason.RouteProblem;
                }

                var page = await redriver.DeadLetters.ReceiveAsync(PageSize(), deadline.Ownership, deadline.Calls);
                if (page.Count == 0)
                {
                    return StopReason.QueueEmpty;
                }

                await MovePageAsync(page);
            }
        }
        catch (AwsCallException fault)
        {
            Note(fault);
            return deadline.IsNear ? StopReason.TimeIsUp : StopReason.AwsFault;
        }
    }

    private StopReason? Ended()
    {
        if (deadline.IsNear)
        {
            return StopReason.TimeIsUp;
        }

        if (_tally.Failed >= MostFailed)
        {
            return StopReason.TooManyFailures;
        }

        if (_tally.Received >= request.MaxMessages || _held.Count >= MostHeld)
        {
            return StopReason.MaxMessages;
        }

        return BudgetLeft() <= 0 ? StopReason.BudgetSpent : null;
    }

    private int BudgetLeft() => redriver.Budget - _tally.Redriven;

    private int PageSize() =>
        Math.Min(Math.Min(10, BudgetLeft()), (request.MaxMessages ?? int.MaxValue) - _tally.Received);

    private async Task<string?> FindRouteProblemAsync()
    {
        if (_routeChecked is { } at && redriver.Time.GetElapsedTime(at) < RouteCheckedFor)
        {
            return null;
        }

        _routeChecked = redriver.Time.GetTimestamp();
        return await redriver.Route.FindProblemAsync(deadline.Calls);
    }

    private async Task MovePageAsync(IReadOnlyList<DeadLetter> page)
    {
        _tally.Received += page.Count;
        var now = redriver.Time.GetUtcNow();
        var chosen = page.Where(letter => request.Includes(letter.Attributes.ErrorCode)).ToList();
        _tally.Skipped += page.Count - chosen.Count;
        _held.AddRange(page.Except(chosen));
        var decided = chosen
            .Select(letter => (Letter: letter, Decision: RedrivePolicy.Decide(letter, now, redriver.Limits)))
            .ToList();
        if (request.DryRun)
        {
            Count(decided);
            return;
        }

        await HideAsync(decided, now);
        foreach (var (letter, decision) in decided)
        {
            if (decision is Decision.Quarantine quarantine)
            {
                await QuarantineAsync(letter, quarantine.Reason);
            }
        }

        await SendAsync(decided.Where(item => item.Decision is Decision.Send).Select(item => item.Letter));
    }

    private void Count(IReadOnlyCollection<(DeadLetter Letter, Decision Decision)> decided)
    {
        _held.AddRange(decided.Select(item => item.Letter));
        _tally.Redriven += decided.Count(item => item.Decision is Decision.Send);
        _tally.Waiting += decided.Count(item => item.Decision is Decision.Wait);
        foreach (var quarantine in decided.Select(item => item.Decision).OfType<Decision.Quarantine>())
        {
            _tally.Quarantined(quarantine.Reason);
        }
    }

    private async Task HideAsync(IEnumerable<(DeadLetter Letter, Decision Decision)> decided, DateTimeOffset now)
    {
        var waiting = decided
            .Where(item => item.Decision is Decision.Wait)
            .Select(item => (item.Letter, For: ((Decision.Wait)item.Decision).Until - now))
            .ToList();
        _tally.Waiting += waiting.Count;
        await redriver.DeadLetters.HideAsync(waiting, log, deadline.Calls);
    }

    private async Task QuarantineAsync(DeadLetter letter, QuarantineReason reason)
    {
        try
        {
            await redriver.Quarantine.SendAsync(letter, reason, deadline.Calls);
        }
        catch (AwsCallException fault)
        {
            // One broken message, or a broken quarantine queue, must not keep the others from being delivered.
            Note(fault);
            _tally.Failed++;
            return;
        }

        _tally.Quarantined(reason);
        _tally.Deleted += await redriver.DeadLetters.DeleteAsync([letter], log, deadline.Calls);
    }

    private async Task SendAsync(IEnumerable<DeadLetter> letters)
    {
        foreach (var batch in redriver.Pack(letters))
        {
            var result = await redriver.Bus.PutAsync(batch, deadline.Calls);
            var accepted = result
                .Outcomes.Where(outcome => outcome.Accepted)
                .Select(outcome => outcome.Letter)
                .ToList();
            _tally.Redriven += accepted.Count;
            _tally.Deleted += await redriver.DeadLetters.DeleteAsync(accepted, log, deadline.Calls);
            foreach (var refused in result.Outcomes.Where(outcome => !outcome.Accepted))
            {
                log.MessageRefused("PutEvents", refused.ErrorCode!, refused.Letter.MessageId);
                await RefusedAsync(refused.Letter, refused.RefusedForGood);
            }

            if (result.Fault is not null)
            {
                throw result.Fault;
            }
        }
    }

    private async Task RefusedAsync(DeadLetter letter, bool forGood)
    {
        if (forGood)
        {
            await QuarantineAsync(letter, QuarantineReason.RefusedByPutEvents);
        }
        else
        {
            _tally.Failed++;
        }
    }

    private void Note(AwsCallException fault)
    {
        _tally.Fault = fault.Message;
        log.AwsFault(fault);
    }
}
