namespace Firetiger.Sandbox.CloudWatch;

/// <summary>All samples of all metrics. Safe for concurrent use.</summary>
internal sealed class MetricStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Metric Metric, List<Sample> Samples)> _metrics = new(StringComparer.Ordinal);

    public IReadOnlyList<Metric> Metrics
    {
        get
        {
            lock (_lock)
            {
                return [.. _metrics.Values.Select(entry => entry.Metric)];
            }
        }
    }

    public void Add(Metric metric, Sample sample)
    {
        lock (_lock)
        {
            if (!_metrics.TryGetValue(metric.Key, out var entry))
            {
                _metrics[metric.Key] = entry = (metric, []);
            }

            entry.Samples.Add(sample);
        }
    }

    /// <summary>Sums up a metric by periods.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="start">Rounded down to a whole period.</param>
    /// <param name="end">The end, not included.</param>
    /// <param name="period">A period's length on the sandbox's clock.</param>
    /// <returns>One sample for each period that has any, the oldest first, at the period's start.</returns>
    public IReadOnlyList<Sample> Read(Metric metric, DateTimeOffset start, DateTimeOffset end, TimeSpan period)
    {
        lock (_lock)
        {
            var samples = _metrics.TryGetValue(metric.Key, out var entry) ? entry.Samples : [];
            return
            [
                .. samples
                    .Where(sample => sample.Time >= Floor(start, period) && sample.Time < end)
                    .GroupBy(sample => Floor(sample.Time, period))
                    .Select(group => Sample.Join(group) with { Time = group.Key })
                    .OrderBy(sample => sample.Time),
            ];
        }
    }

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan period) =>
        new(time.UtcTicks - (time.UtcTicks % period.Ticks), TimeSpan.Zero);
}
