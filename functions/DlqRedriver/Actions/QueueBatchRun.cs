using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;
using Firetiger.DlqRedriver.Routes;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>
/// One batch of an event source mapping. What has to wait is hidden and reported as failed, so that Lambda leaves it in the queue.
/// The pace holds per execution environment: with two at once, twice as much is sent.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="request">The batch.</param>
internal sealed class QueueBatchRun(RunContext run, QueueBatchRequest request)
{
    private readonly IReadOnlyList<DeadLetter> _letters = run.Redriver.DeadLetters.Read(
        BatchRecords.Messages(request.Batch)
    );

    /// <summary>Takes the batch.</summary>
    /// <returns>Why it ended.</returns>
    /// <exception cref="AwsCallException">A call failed; what was not moved by then is kept.</exception>
    public async Task<StopReason> ExecuteAsync()
    {
        run.Tally.Received = _letters.Count;
        run.Tally.Saw(_letters, run.Now);
        var pace = run.Redriver.Pace is { } current && run.Now < current.Until ? current : await LookAsync();
        run.Redriver.Pace = pace;
        pace.Saw(_letters, run.Now - run.Redriver.CopyMaximumAge);
        run.Tally.Opened(pace.Gate, pace.Health);
        run.Tally.LookedAtRoute(pace.RouteProblem);
        await MoveAsync(pace, new PageMover(run, pace.DeadLetters));
        return pace.RouteProblem is null ? StopReason.Done : StopReason.RouteProblem;
    }

    private async Task<QueuePace> LookAsync()
    {
        var before = run.Redriver.Pace;
        if (before is not null)
        {
            run.Redriver.Unanswered.After(before.Gate, before.Sent, before.CameBack);
        }

        var state = await run.Redriver.DeadLetters.LookAsync(run.Deadline.Sends);
        var metrics = await run.ReadMetricsAsync();
        await run.IsRouteWholeAsync();
        var problem = run.Tally.RouteProblem;
        if (problem is not null && before is { RouteProblem: null })
        {
            problem = RouteWatch.Broken(problem, before.Until - run.Redriver.PaceGoodFor);
        }

        var full = run.Redriver.BudgetOfPace(metrics.Health);
        var gate = Gate.Of(metrics.Health, full, run.Redriver.Unanswered.Runs);
        var goodFor = run.Redriver.PaceGoodFor;
        return new QueuePace(gate, metrics.Health, problem, state, run.Now + goodFor, goodFor);
    }

    private async Task MoveAsync(QueuePace pace, PageMover mover)
    {
        if (pace.RouteProblem is not null)
        {
            var (hidden, failed) = await mover.RestAsync([.. _letters.Select(letter => (letter, pace.Until))]);
            run.Tally.Waiting += hidden;
            run.Tally.Failed += failed;
            return;
        }

        var now = run.Now;
        var decided = _letters.Select(letter => (Letter: letter, Decision: Decide(letter, now, pace))).ToList();
        run.Tally.Decided(decided);
        await mover.MoveAsync(decided);
    }

    private Decision Decide(DeadLetter letter, DateTimeOffset now, QueuePace pace) =>
        pace.Limit(RedrivePolicy.Decide(letter, now, run.Redriver.Limits, pace.Gate.OthersSucceed));
}
