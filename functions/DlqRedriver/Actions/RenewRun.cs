using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Reporting;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>Renews both queues and redrives nothing.</summary>
/// <param name="run">The run.</param>
internal sealed class RenewRun(RunContext run)
{
    /// <summary>Renews.</summary>
    /// <returns>Why it ended.</returns>
    /// <exception cref="AwsCallException">SQS could not say how full the queues are.</exception>
    public async Task<StopReason> ExecuteAsync()
    {
        var (deadLetters, quarantine) = await run.LookAtQueuesAsync();
        if (deadLetters.IsEmpty && quarantine is { IsEmpty: true })
        {
            return StopReason.QueueEmpty;
        }

        await Renewal.SweepAsync(run, deadLetters, quarantine, await run.ReadMetricsAsync());
        return run.Deadline.PartOver >= Renewal.Part ? StopReason.TimeIsUp : StopReason.Done;
    }
}
