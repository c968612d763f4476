using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>One redrive: look, renew, check the route, ask the gate, then drain.</summary>
/// <param name="run">The run.</param>
/// <param name="request">What is asked for.</param>
internal sealed class RedriveRun(RunContext run, RedriveRequest request)
{
    private readonly Redriver _redriver = run.Redriver;

    /// <summary>Runs.</summary>
    /// <returns>Why it ended.</returns>
    /// <exception cref="AwsCallException">A call failed without which it cannot go on.</exception>
    public async Task<StopReason> ExecuteAsync()
    {
        if (run.Deadline.IsNear)
        {
            return StopReason.TimeIsUp;
        }

        var (deadLetters, quarantine) = await run.LookAtQueuesAsync();
        if (deadLetters.IsEmpty && quarantine is { IsEmpty: true })
        {
            return StopReason.QueueEmpty;
        }

        var metrics = await run.ReadMetricsAsync();
        if (!request.DryRun)
        {
            await Renewal.SweepAsync(run, deadLetters, quarantine, metrics);
        }

        return await DrainAsync(deadLetters, metrics.Health);
    }

    private async Task<StopReason> DrainAsync(QueueState deadLetters, DestinationHealth? health)
    {
        if (!await run.IsRouteWholeAsync())
        {
            return StopReason.RouteProblem;
        }

        var gate = run.OpenGate(health);
        if (deadLetters.Visible == 0)
        {
            return StopReason.QueueEmpty;
        }

        var stopped = await new Drain(run, request, gate, deadLetters).RunAsync();
        if (!request.DryRun)
        {
            _redriver.Unanswered.After(gate, run.Tally.Redriven, run.Tally.CameBack);
        }

        return stopped;
    }
}
