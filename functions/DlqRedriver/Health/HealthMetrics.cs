using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Health;

/// <summary>
/// Asks CloudWatch, in one request, how the deliveries of both rules went and how old the queues' messages are. There is no metric
/// of an API destination or of an HTTP status. Source: "Monitoring Amazon EventBridge" in the EventBridge user guide.
/// </summary>
/// <param name="cloudWatch">CloudWatch.</param>
/// <param name="names">Whose metrics.</param>
/// <param name="window">How much of the past counts.</param>
/// <param name="time">The clock.</param>
internal sealed class HealthMetrics(IAmazonCloudWatch cloudWatch, MetricNames names, TimeSpan window, TimeProvider time)
{
    /// <summary>How far from now the window ends, because metrics arrive so late; a part of a short window, which only tests have.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(2);

    /// <summary>What is silent for longer than this behind the delay is no metric that is late: nothing was attempted.</summary>
    public static readonly TimeSpan LongestLateness = TimeSpan.FromMinutes(5);

    // The template has no copy retried for longer: what came later is not of a test that was sent then.
    private static readonly TimeSpan LongestDelivery = TimeSpan.FromHours(3);

    private TimeSpan Delay => window / 5 < LongestDelay ? window / 5 : LongestDelay;

    // CloudWatch keeps AWS's metrics by the minute.
    private int Period => window >= TimeSpan.FromMinutes(1) ? 60 : 1;

    private TimeSpan LeastMeasured => window - LongestLateness > PeriodLength ? window - LongestLateness : PeriodLength;

    private TimeSpan PeriodLength => TimeSpan.FromSeconds(Period);

    /// <summary>Asks.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What CloudWatch knows; a metric without data is zero, as EventBridge emits no zeros.</returns>
    /// <exception cref="AwsCallException">CloudWatch failed.</exception>
    public async Task<MetricsReading> ReadAsync(CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() - Delay;
        var start = end - window;
        var points = await AskAsync(start, end, Queries(), cancellationToken);
        return new MetricsReading(
            new DestinationHealth(
                new RuleInvocations(Sum("liveAttempts"), Sum("liveSuccesses")),
                new RuleInvocations(Sum("redriveAttempts"), Sum("redriveSuccesses")),
                window,
                Measured(points["liveAttempts"].Concat(points["redriveAttempts"]))
            ),
            Age("deadLetterAge"),
            Age("quarantineAge")
        );

        double Sum(string id) => points[id].Sum(point => point.Value);

        TimeSpan? Age(string id) =>
            points[id].Select(point => (double?)point.Value).Max() is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : null;

        TimeSpan Measured(IEnumerable<Point> attempts) =>
            attempts.Select(point => (DateTimeOffset?)point.At).Max() is { } last
                ? TimeSpan.FromTicks(Math.Clamp((last + PeriodLength - start).Ticks, LeastMeasured.Ticks, window.Ticks))
                : TimeSpan.Zero;
    }

    /// <summary>Tells when the period of CloudWatch began that a time is in.</summary>
    /// <param name="moment">The time.</param>
    /// <returns>The minute; the second of a window under a minute, which only tests have.</returns>
    public DateTimeOffset PeriodOf(DateTimeOffset moment) =>
        moment - TimeSpan.FromTicks(moment.Ticks % PeriodLength.Ticks);

    /// <summary>Asks what the redrive rule has delivered since a time.</summary>
    /// <param name="since">From when on: a whole period counts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What CloudWatch knows so far.</returns>
    /// <exception cref="AwsCallException">CloudWatch failed.</exception>
    public async Task<RuleInvocations> ReadRedriveSinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var points = await AskAsync(
            PeriodOf(since),
            Earlier(time.GetUtcNow() + PeriodLength, since + LongestDelivery),
            [
                Invocations("attempts", "InvocationAttempts", names.RedriveRule),
                Invocations("successes", "SuccessfulInvocationAttempts", names.RedriveRule),
            ],
            cancellationToken
        );
        return new RuleInvocations(
            points["attempts"].Sum(point => point.Value),
            points["successes"].Sum(point => point.Value)
        );
    }

    /// <summary>Asks how often the redrive rule tried between two times.</summary>
    /// <param name="start">The start of a period.</param>
    /// <param name="end">The end, which does not count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What CloudWatch knows.</returns>
    /// <exception cref="AwsCallException">CloudWatch failed.</exception>
    public async Task<double> ReadRedriveAttemptsAsync(
        DateTimeOffset start,
        DateTimeOffset end,
        CancellationToken cancellationToken
    )
    {
        const string Id = "attemptsBefore";
        var query = Invocations(Id, "InvocationAttempts", names.RedriveRule);
        return (await AskAsync(start, end, [query], cancellationToken))[Id].Sum(point => point.Value);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private async Task<ILookup<string, Point>> AskAsync(
        DateTimeOffset start,
        DateTimeOffset end,
        List<MetricDataQuery> queries,
        CancellationToken cancellationToken
    )
    {
        var request = new GetMetricDataRequest
        {
            StartTime = start.UtcDateTime,
            EndTime = end.UtcDateTime,
            MetricDataQueries = queries,
        };
        var response = await AwsCall.InvokeAsync(
            "GetMetricData",
            () => cloudWatch.GetMetricDataAsync(request, cancellationToken)
        );
        var results = response.MetricDataResults ?? [];
        // The call succeeds though a metric could not be read: taken for zero, that would be a destination without failures.
        return results.Find(result => result.StatusCode?.Value is "InternalError" or "Forbidden") is { } failed
            ? throw new AwsCallException("GetMetricData", failed.StatusCode.Value, 200, null)
            : results
                .SelectMany(result => Points(result).Select(point => (result.Id, Point: point)))
                .ToLookup(item => item.Id, item => item.Point, StringComparer.Ordinal);
    }

    private static IEnumerable<Point> Points(MetricDataResult result) =>
        (result.Timestamps ?? []).Zip(
            result.Values ?? [],
            (at, value) => new Point(new DateTimeOffset(at.ToUniversalTime()), value)
        );

    private List<MetricDataQuery> Queries() =>
        [
            Invocations("liveAttempts", "InvocationAttempts", names.LiveRule),
            Invocations("liveSuccesses", "SuccessfulInvocationAttempts", names.LiveRule),
            Invocations("redriveAttempts", "InvocationAttempts", names.RedriveRule),
            Invocations("redriveSuccesses", "SuccessfulInvocationAttempts", names.RedriveRule),
            Age("deadLetterAge", names.DeadLetterQueueName),
            Age("quarantineAge", names.QuarantineQueueName),
        ];

    private MetricDataQuery Invocations(string id, string metricName, RuleName rule) =>
        Query(id, "AWS/Events", metricName, "Sum", rule.Dimensions());

    private MetricDataQuery Age(string id, string queueName) =>
        Query(
            id,
            "AWS/SQS",
            "ApproximateAgeOfOldestMessage",
            "Maximum",
            [new Dimension { Name = "QueueName", Value = queueName }]
        );

    private MetricDataQuery Query(
        string id,
        string metricNamespace,
        string metricName,
        string statistic,
        List<Dimension> dimensions
    ) =>
        new()
        {
            Id = id,
            ReturnData = true,
            MetricStat = new MetricStat
            {
                Metric = new Metric
                {
                    Namespace = metricNamespace,
                    MetricName = metricName,
                    Dimensions = dimensions,
                },
                Period = Period,
                Stat = statistic,
            },
        };

    private readonly record struct Point(DateTimeOffset At, double Value);
}
