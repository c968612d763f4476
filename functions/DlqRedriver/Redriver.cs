using System.Diagnostics.CodeAnalysis;
using Firetiger.DlqRedriver.Actions;
using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Health;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;
using Firetiger.DlqRedriver.Routes;
using Firetiger.DlqRedriver.Sending;
using Firetiger.DlqRedriver.Settings;

namespace Firetiger.DlqRedriver;

/// <summary>
/// What every run of one execution environment works with. Calls overlap, but between them a run is on one thread at a time, so
/// that its counts need no locks.
/// </summary>
/// <param name="settings">What the deployment decided.</param>
/// <param name="aws">The clients.</param>
/// <param name="time">The clock.</param>
internal sealed class Redriver(RedriveSettings settings, AwsClients aws, TimeProvider time)
{
    private readonly TaskScheduler _oneAtATime = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;

    /// <summary>Gets the clock.</summary>
    public TimeProvider Time => time;

    /// <summary>Gets the name of the redrive bus.</summary>
    public string BusName => settings.RedriveBusName;

    /// <summary>Gets the name of the stack.</summary>
    public string StackName => settings.StackName;

    /// <summary>Gets the time between two scheduled runs.</summary>
    public TimeSpan Interval => settings.RedriveInterval;

    /// <summary>Gets the limits of every event.</summary>
    public RedriveLimits Limits { get; } =
        new(settings.RedriveMaxAttempts, settings.RedriveMaxAge, settings.BackoffBase);

    /// <summary>Gets the dead-letter queue.</summary>
    public MessageQueue DeadLetters { get; } = Queue(settings.DeadLetterQueueUrl, settings, aws, time);

    /// <summary>Gets the quarantine queue.</summary>
    public MessageQueue Quarantine { get; } = Queue(settings.QuarantineQueueUrl, settings, aws, time);

    /// <summary>Gets the redrive bus.</summary>
    public RedriveBus Bus { get; } = new(aws.EventBridge, time);

    /// <summary>Gets what CloudWatch knows of the destination.</summary>
    public HealthMetrics HealthMetrics { get; } =
        new(
            aws.CloudWatch,
            new MetricNames(
                new RuleName(settings.LiveBusName, settings.LiveRuleName),
                new RuleName(settings.RedriveBusName, settings.RedriveRuleName),
                MessageQueue.NameIn(settings.DeadLetterQueueUrl),
                MessageQueue.NameIn(settings.QuarantineQueueUrl)
            ),
            settings.GateWindow,
            time
        );

    /// <summary>Gets the memory of probes that nobody answered.</summary>
    public UnansweredProbes Unanswered { get; } = new();

    /// <summary>Gets or sets how far the batches of an event source mapping may go, or null before the first.</summary>
    public QueuePace? Pace { get; set; }

    /// <summary>Gets how long a pace is kept: a minute, or a shorter window, which only tests have.</summary>
    public TimeSpan PaceGoodFor { get; } =
        settings.GateWindow < TimeSpan.FromMinutes(1) ? settings.GateWindow : TimeSpan.FromMinutes(1);

    /// <summary>
    /// Gets how long EventBridge tries a copy at the most: the template sets the redrive rule's MaximumEventAgeInSeconds to three
    /// intervals, 900 s at the least.
    /// </summary>
    public TimeSpan CopyMaximumAge { get; } =
        settings.RedriveInterval * 3 > TimeSpan.FromSeconds(900)
            ? settings.RedriveInterval * 3
            : TimeSpan.FromSeconds(900);

    private RunMetrics Metrics { get; } = new(aws.CloudWatch, settings.StackName, time);

    /// <summary>Starts a watch over the way from the bus to the destination.</summary>
    /// <returns>The watch of one run.</returns>
    public RouteWatch WatchRoute() =>
        new(
            new RouteCheck(
                aws.EventBridge,
                new RouteNames(
                    settings.RedriveBusName,
                    settings.RedriveRuleName,
                    settings.ApiDestinationName,
                    settings.ConnectionName,
                    DeadLetters.Name
                )
            ),
            time
        );

    /// <summary>The most that a run may send.</summary>
    /// <param name="health">What is known of the live rule, or null.</param>
    /// <returns>Copies, 1 or more.</returns>
    public int FullBudget(DestinationHealth? health) =>
        RunBudget.ForRun(
            settings.RedriveShare,
            settings.InvocationRatePerSecond,
            health?.LiveAttemptsPerSecond ?? 0,
            settings.RedriveInterval
        );

    /// <summary>The most that the batches of an event source mapping may send during one pace: they know no share.</summary>
    /// <param name="health">What is known of the live rule, or null.</param>
    /// <returns>Copies, 1 or more.</returns>
    public int BudgetOfPace(DestinationHealth? health) =>
        RunBudget.ForRun(share: 1, settings.InvocationRatePerSecond, health?.LiveAttemptsPerSecond ?? 0, PaceGoodFor);

    /// <summary>Runs, then tells the log and the metrics.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="log">The invocation's log.</param>
    /// <param name="remaining">The time that Lambda leaves.</param>
    /// <returns>What was done, whatever failed on the way.</returns>
    public Task<RunReport> RunAsync(Request request, Log log, TimeSpan remaining) =>
        Task
            .Factory.StartNew(
                () => RunOnOneThreadAsync(request, log, remaining),
                CancellationToken.None,
                TaskCreationOptions.None,
                _oneAtATime
            )
            .Unwrap();

    private static MessageQueue Queue(string url, RedriveSettings settings, AwsClients aws, TimeProvider time) =>
        new(aws.Sqs, url, new DeadLetterReader(settings.RedriveBusName, settings.RedriveRuleName), time);

    private async Task<RunReport> RunOnOneThreadAsync(Request request, Log log, TimeSpan remaining)
    {
        var started = time.GetTimestamp();
        using var deadline = new RunDeadline(remaining, time);
        var run = new RunContext(this, new RunTally(), log, deadline, WatchRoute());
        if (request is QueueBatchRequest { Batch.Records: { } records })
        {
            // Before anything can fail: Lambda deletes what is not named.
            run.Tally.Keep(records.Select(record => record.MessageId));
        }

        var stopped = await StopReasonAsync(request, run);
        var report = run.Tally.ToReport(request, stopped, time.GetElapsedTime(started));
        Tell(run, report);
        if (request is RedriveRequest { DryRun: false } or QueueBatchRequest or RenewRequest)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
            await Metrics.PutAsync(report, log, patience.Token);
        }

        return report;
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "The function's one catch-all: what was done is reported."
    )]
    private static async Task<StopReason> StopReasonAsync(Request request, RunContext run)
    {
        try
        {
            return await ExecuteAsync(request, run);
        }
        catch (AwsCallException fault)
        {
            run.Note(fault);
            return run.Deadline.IsNear ? StopReason.TimeIsUp : StopReason.AwsFault;
        }
        catch (Exception exception)
        {
            run.Log.Fault(exception);
            run.Tally.Fault = exception.GetType().Name;
            return StopReason.Fault;
        }
    }

    private static Task<StopReason> ExecuteAsync(Request request, RunContext run) =>
        request switch
        {
            RedriveRequest redrive => new RedriveRun(run, redrive).ExecuteAsync(),
            RenewRequest => new RenewRun(run).ExecuteAsync(),
            QueueBatchRequest batch => new QueueBatchRun(run, batch).ExecuteAsync(),
            StatusRequest => new StatusRun(run).ExecuteAsync(),
            PeekRequest peek => new PeekRun(run, peek).ExecuteAsync(),
            ReleaseRequest release => new ReleaseRun(run, release).ExecuteAsync(),
            TestDeliveryRequest test => new TestDeliveryRun(run, test).ExecuteAsync(),
            _ => throw new InvalidOperationException($"Nothing executes {request.Action}."),
        };

    private static void Tell(RunContext run, RunReport report)
    {
        if (report.RouteProblem is { } problem)
        {
            run.Log.RouteProblem(problem);
        }

        foreach (var count in run.Tally.Decisions())
        {
            run.Log.Decided(count);
        }

        run.Log.RunFinished(report);
    }
}
