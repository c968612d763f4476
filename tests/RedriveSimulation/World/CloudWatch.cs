using Firetiger.DlqRedriver.Health;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.RedriveSimulation.World;

/// <summary>The metrics of both rules: by the minute, and late.</summary>
/// <param name="delay">How long after its end a minute can be read; null for never.</param>
internal sealed class CloudWatch(TimeSpan? delay)
{
    /// <summary>How far from now the redriver's window ends.</summary>
    public static readonly TimeSpan Lag = HealthMetrics.LongestDelay;

    private static readonly TimeSpan Window = Product.Settings.GateWindow;

    /// <summary>Gets the counts of the live rule.</summary>
    public RuleCounter Live { get; } = new();

    /// <summary>Gets the counts of the redrive rule.</summary>
    public RuleCounter Redrive { get; } = new();

    /// <summary>What a run reads: whole minutes, those that are there by now.</summary>
    /// <param name="now">The time of the run.</param>
    /// <returns>The health of the destination.</returns>
    public DestinationHealth Read(double now)
    {
        var end = (int)((now - Lag.TotalSeconds) / 60);
        var begin = end - (int)Window.TotalMinutes;
        var readable = delay is { } late ? (int)Math.Floor((now - late.TotalSeconds) / 60) : int.MinValue;
        end = Math.Min(end, readable);
        return new DestinationHealth(
            Live.Sum(begin, end),
            Redrive.Sum(begin, end),
            Window,
            Measured(Math.Max(Live.Last(begin, end), Redrive.Last(begin, end)) - begin)
        );
    }

    // See HealthMetrics: without any point nothing is known.
    private static TimeSpan Measured(int minutes) =>
        minutes > 0
            ? TimeSpan.FromMinutes(Math.Max(minutes, (Window - HealthMetrics.LongestLateness).TotalMinutes))
            : TimeSpan.Zero;
}
