using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;
using Firetiger.DlqRedriver.Routes;
using Firetiger.DlqRedriver.Sending;
using Firetiger.DlqRedriver.Settings;

namespace Firetiger.DlqRedriver;

/// <summary>What every run of one execution environment works with.</summary>
/// <param name="settings">What the deployment decided.</param>
/// <param name="aws">The clients.</param>
/// <param name="time">The clock.</param>
internal sealed class Redriver(RedriveSettings settings, AwsClients aws, TimeProvider time)
{
    /// <summary>Gets the clock.</summary>
    public TimeProvider Time => time;

    /// <summary>Gets the copies that a run may send.</summary>
    public int Budget { get; } =
        RunBudget.ForRun(settings.RedriveShare, settings.InvocationRatePerSecond, settings.RedriveInterval);

    /// <summary>Gets the limits of every event.</summary>
    public RedriveLimits Limits { get; } =
        new(settings.RedriveMaxAttempts, settings.RedriveMaxAge, settings.BackoffBase);

    /// <summary>Gets the dead-letter queue.</summary>
    public DeadLetterQueue DeadLetters { get; } =
        new(
            aws.Sqs,
            settings.DeadLetterQueueUrl,
            new DeadLetterReader(settings.RedriveBusName, settings.RedriveRuleName),
            time
        );

    /// <summary>Gets the quarantine queue.</summary>
    public QuarantineQueue Quarantine { get; } = new(aws.Sqs, settings.QuarantineQueueUrl);

    /// <summary>Gets the redrive bus.</summary>
    public RedriveBus Bus { get; } = new(aws.EventBridge, time);

    /// <summary>Gets the check of the way from the bus to the destination.</summary>
    public RouteCheck Route { get; } =
        new(
            aws.EventBridge,
            new RouteNames(
                settings.RedriveBusName,
                settings.RedriveRuleName,
                settings.ApiDestinationName,
                settings.ConnectionName,
                settings.DeadLetterQueueUrl[(settings.DeadLetterQueueUrl.LastIndexOf('/') + 1)..]
            )
        );

    private RunMetrics Metrics { get; } = new(aws.CloudWatch, settings.StackName, time);

    /// <summary>Wraps events and packs them into requests.</summary>
    /// <param name="letters">The events' messages.</param>
    /// <returns>Batches of one request each.</returns>
    public IEnumerable<IReadOnlyList<RedriveCopy>> Pack(IEnumerable<DeadLetter> letters) =>
        PutEventsBatches.Pack(letters.Select(letter => RedriveCopy.Of(letter, settings.RedriveBusName)));

    /// <summary>Runs, then tells the log and the metrics.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="log">The invocation's log.</param>
    /// <param name="remaining">The time that Lambda leaves.</param>
    /// <returns>What was done.</returns>
    public async Task<RunReport> RunAsync(RedriveRequest request, Log log, TimeSpan remaining)
    {
        using var deadline = new RunDeadline(remaining, time);
        var report = await new RedriveRun(this, request, log, deadline).ExecuteAsync();
        log.RunFinished(report);
        if (!report.DryRun)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
            await Metrics.PutAsync(report, log, patience.Token);
        }

        return report;
    }
}
