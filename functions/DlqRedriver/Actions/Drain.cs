using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>
/// Takes pages of the dead-letter queue until the budget, the queue or the time ends. Several workers wait for SQS and EventBridge
/// at once; each receives no more than it may send.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="request">What is asked for.</param>
/// <param name="gate">How far it may go.</param>
/// <param name="deadLetters">The queue before the run.</param>
internal sealed class Drain(RunContext run, RedriveRequest request, Gate gate, QueueState deadLetters)
{
    /// <summary>A page of the largest events takes about 40 MB on its way: so many fit the function's memory.</summary>
    public const int MostWorkers = 8;

    private readonly PageMover _mover = new(run, deadLetters);
    private int _reserved;
    private int _receiving;
    private StopReason? _stopped;

    /// <summary>Runs.</summary>
    /// <returns>Why it ended.</returns>
    public async Task<StopReason> RunAsync()
    {
        var pages = Math.Min(gate.Budget, deadLetters.Visible) / MessageQueue.PageSize;
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Clamp(pages, 1, MostWorkers)).Select(_ => WorkAsync()));
            await LookBackAsync();
        }
        finally
        {
            await _mover.ShowHeldAsync();
        }

        return _stopped ?? StopReason.BudgetSpent;
    }

    // A rule that was turned off during the run has dropped copies since the last look.
    private async Task LookBackAsync()
    {
        if (run.Tally.Redriven == 0 || request.DryRun || run.Tally.RouteProblem is not null)
        {
            return;
        }

        try
        {
            _stopped = await run.IsRouteWholeAsync(again: true) ? _stopped : StopReason.RouteProblem;
        }
        catch (AwsCallException fault)
        {
            run.Note(fault);
        }
    }

    private async Task WorkAsync()
    {
        try
        {
            while (!await ShouldStopAsync() && PageLeft() is > 0 and var size)
            {
                await TakeAsync(size);
            }
        }
        catch (AwsCallException fault)
        {
            run.Note(fault);
            Stop(run.Deadline.IsNear ? StopReason.TimeIsUp : StopReason.AwsFault);
        }
        catch
        {
            Stop(StopReason.Fault);
            throw;
        }
    }

    private void Stop(StopReason reason) => _stopped ??= reason;

    private async Task<bool> ShouldStopAsync()
    {
        if (_stopped is null && !await run.IsRouteWholeAsync())
        {
            Stop(StopReason.RouteProblem);
        }

        _stopped ??= Ended();
        return _stopped is not null;
    }

    private StopReason? Ended()
    {
        if (run.Deadline.IsNear)
        {
            return StopReason.TimeIsUp;
        }

        if (run.Tally.Failed >= RunLimits.MostFailed)
        {
            return StopReason.TooManyFailures;
        }

        if (run.Tally.Received - run.Tally.Skipped >= request.MaxMessages)
        {
            return StopReason.MaxMessages;
        }

        if (_mover.Held >= RunLimits.MostHeld)
        {
            return _mover.HasRoomToHide ? StopReason.TooManySkipped : StopReason.InFlightLimit;
        }

        return run.Tally.Redriven >= gate.Budget ? StopReason.BudgetSpent : null;
    }

    // Others' pages may need less than they reserved, but then they go on themselves.
    private int PageLeft()
    {
        var budget = gate.Budget - run.Tally.Redriven - _reserved;
        var asked = (request.MaxMessages ?? int.MaxValue) - run.Tally.Received + run.Tally.Skipped - _receiving;
        return Math.Min(MessageQueue.PageSize, Math.Min(budget, asked));
    }

    private async Task TakeAsync(int size)
    {
        _reserved += size;
        try
        {
            var page = await ReceiveAsync(size);
            if (page.Count == 0)
            {
                Stop(StopReason.QueueEmpty);
                return;
            }

            await TakePageAsync(page);
        }
        finally
        {
            _reserved -= size;
        }
    }

    private async Task<IReadOnlyList<DeadLetter>> ReceiveAsync(int size)
    {
        _receiving += size;
        try
        {
            var page = await run.Redriver.DeadLetters.ReceiveAsync(size, run.Deadline.Ownership, run.Deadline.Sends);
            run.Tally.Received += page.Count;
            return page;
        }
        finally
        {
            _receiving -= size;
        }
    }

    private async Task TakePageAsync(IReadOnlyList<DeadLetter> page)
    {
        var now = run.Now;
        run.Tally.Saw(page, now);
        run.Tally.CameBack += page.Count(letter => letter.CameBackSince(now - run.Redriver.CopyMaximumAge));
        var chosen = page.Where(letter => request.Includes(letter.Attributes.ErrorCode)).ToList();
        run.Tally.Skipped += page.Count - chosen.Count;
        _mover.Hold(page.Except(chosen));
        var decided = chosen.Select(letter => (Letter: letter, Decision: Decide(letter, now))).ToList();
        run.Tally.Decided(decided);
        if (request.DryRun)
        {
            _mover.Count(decided);
        }
        else
        {
            await _mover.MoveAsync(decided);
        }
    }

    private Decision Decide(DeadLetter letter, DateTimeOffset now) =>
        RedrivePolicy.Decide(letter, now, run.Redriver.Limits, gate.OthersSucceed);
}
