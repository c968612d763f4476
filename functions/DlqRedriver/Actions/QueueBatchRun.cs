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
        run.Tally.Opened(pace.Gate, pace.Health);
        if (pace.RouteProblem is not null)
        {
            run.Tally.RouteProblem = pace.RouteProblem;
            await HideAsync(pace.Until);
            return StopReason.RouteProblem;
        }

        await MoveAsync(pace);
        return StopReason.Done;
    }

    private async Task<QueuePace> LookAsync()
    {
        var state = await run.Redriver.DeadLetters.LookAsync(run.Deadline.Sends);
        var metrics = await run.ReadMetricsAsync();
        var problem = await run.Route.FindProblemAsync(run.Deadline.Sends);
        if (problem is not null && run.Redriver.Pace is { RouteProblem: null } before)
        {
            problem = RouteWatch.Broken(problem, before.Until - run.Redriver.PaceGoodFor);
        }

        var gate = Gate.Of(metrics.Health, run.Redriver.BudgetOfPace(metrics.Health), unansweredRuns: 0);
        return new QueuePace(gate, metrics.Health, problem, state.RoomToHide, run.Now + run.Redriver.PaceGoodFor);
    }

    private async Task HideAsync(DateTimeOffset until)
    {
        var now = run.Now;
        var hidden = await run.Redriver.DeadLetters.Received.HideAsync(
            _letters.Select(letter => (letter, until - now)),
            run.Log,
            run.Deadline.CleanUp
        );
        run.Tally.Waiting += hidden;
    }

    private async Task MoveAsync(QueuePace pace)
    {
        var now = run.Now;
        var decided = _letters.Select(letter => (Letter: letter, Decision: Decide(letter, now, pace))).ToList();
        run.Tally.Decided(decided);
        await new PageMover(run, pace.RoomToHide).MoveAsync(decided, now);
    }

    private Decision Decide(DeadLetter letter, DateTimeOffset now, QueuePace pace) =>
        pace.Limit(RedrivePolicy.Decide(letter, now, run.Redriver.Limits, pace.Gate.OthersSucceed));
}
