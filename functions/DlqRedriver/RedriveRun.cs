using System.Diagnostics.CodeAnalysis;
using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;

namespace Firetiger.DlqRedriver;

/// <summary>One run: pages of the dead-letter queue until the budget, the queue or the time ends.</summary>
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
    private readonly long _started = redriver.Time.GetTimestamp();
    private PageMover? _mover;
    private long? _routeChecked;

    private PageMover Mover => _mover ??= new PageMover(redriver, _tally, log, deadline);

    /// <summary>Runs.</summary>
    /// <returns>What was done, whatever failed on the way.</returns>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "The function's one catch-all: what was done is reported, and held messages are shown again."
    )]
    public async Task<RunReport> ExecuteAsync()
    {
        StopReason stopped;
        try
        {
            stopped = await DrainAsync();
        }
        catch (Exception exception)
        {
            log.Fault(exception);
            _tally.Fault = exception.GetType().Name;
            stopped = StopReason.Fault;
        }

        await Mover.ShowHeldAsync();
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

                var page = await redriver.DeadLetters.ReceiveAsync(PageSize(), deadline.Ownership, deadline.Sends);
                if (page.Count == 0)
                {
                    return StopReason.QueueEmpty;
                }

                await TakePageAsync(page);
            }
        }
        catch (AwsCallException fault)
        {
            Mover.Note(fault);
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

        if (_tally.Received >= request.MaxMessages)
        {
            return StopReason.MaxMessages;
        }

        if (Mover.Held >= MostHeld)
        {
            return StopReason.TooManySkipped;
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
        return await redriver.Route.FindProblemAsync(deadline.Sends);
    }

    private async Task TakePageAsync(IReadOnlyList<DeadLetter> page)
    {
        _tally.Received += page.Count;
        var now = redriver.Time.GetUtcNow();
        var chosen = page.Where(letter => request.Includes(letter.Attributes.ErrorCode)).ToList();
        _tally.Skipped += page.Count - chosen.Count;
        Mover.Hold(page.Except(chosen));
        var decided = chosen
            .Select(letter => (Letter: letter, Decision: RedrivePolicy.Decide(letter, now, redriver.Limits)))
            .ToList();
        if (request.DryRun)
        {
            Count(decided);
            return;
        }

        await Mover.MoveAsync(decided, now);
    }

    private void Count(IReadOnlyCollection<(DeadLetter Letter, Decision Decision)> decided)
    {
        Mover.Hold(decided.Select(item => item.Letter));
        _tally.Redriven += decided.Count(item => item.Decision is Decision.Send);
        _tally.Waiting += decided.Count(item => item.Decision is Decision.Wait);
        foreach (var quarantine in decided.Select(item => item.Decision).OfType<Decision.Quarantine>())
        {
            _tally.Quarantined(quarantine.Reason);
        }
    }
}
