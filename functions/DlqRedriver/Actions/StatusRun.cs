using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Reporting;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>Tells how things are, and touches nothing.</summary>
/// <param name="run">The run.</param>
internal sealed class StatusRun(RunContext run)
{
    /// <summary>Looks.</summary>
    /// <returns>Why it ended.</returns>
    /// <exception cref="AwsCallException">SQS or EventBridge could not say.</exception>
    public async Task<StopReason> ExecuteAsync()
    {
        var deadLetters = await run.Redriver.DeadLetters.LookAsync(run.Deadline.Sends);
        var quarantine = await run.Redriver.Quarantine.LookAsync(run.Deadline.Sends);
        var metrics = await run.ReadMetricsAsync();
        run.OpenGate(metrics.Health);
        run.Tally.Queues = new QueuesReport(
            QueueReport.Of(deadLetters, metrics.OldestDeadLetter),
            QueueReport.Of(quarantine, metrics.OldestQuarantined)
        );
        return await run.IsRouteWholeAsync() ? StopReason.Done : StopReason.RouteProblem;
    }
}
