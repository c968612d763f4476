using Firetiger.RedriveSimulation.World;

namespace Firetiger.RedriveSimulation;

/// <summary>One outage and what meets it. Times are seconds since the simulation's start.</summary>
internal sealed record Scenario
{
    /// <summary>Gets what the table calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the destination's invocations per second.</summary>
    public required int Rate { get; init; }

    /// <summary>Gets the live events per second before and in the outage, as a part of the rate: 0 to under 1.</summary>
    public required double Load { get; init; }

    /// <summary>Gets the same after the outage; null when it stays as it was.</summary>
    public double? LoadAfter { get; init; }

    /// <summary>Gets how long the outage lasts.</summary>
    public required TimeSpan Outage { get; init; }

    /// <summary>Gets how the destination fails in the outage.</summary>
    public Failure Failure { get; init; } = Failure.Refusing;

    /// <summary>Gets the time after which a flapping destination turns; null for one outage in a piece.</summary>
    public TimeSpan? FlapsEvery { get; init; }

    /// <summary>Gets the part of the requests that succeed all the same in the outage, 0 to under 1.</summary>
    public double Succeeding { get; init; }

    /// <summary>Gets the part of the live events that the destination refuses for ever, 0 to 1.</summary>
    public double Poison { get; init; }

    /// <summary>Gets who redrives.</summary>
    public Strategy Strategy { get; init; } = Strategy.Gated;

    /// <summary>Gets the time between two runs.</summary>
    public TimeSpan Interval { get; init; } = Product.Settings.RedriveInterval;

    /// <summary>Gets when the redrive is switched on, counted from the end of the outage; null when it is on throughout.</summary>
    public TimeSpan? RedriveFrom { get; init; }

    /// <summary>Gets the part of the rate left to redriven events.</summary>
    public double Share { get; init; } = Product.Settings.RedriveShare;

    /// <summary>Gets how long after its end a minute of CloudWatch can be read; null when it never can.</summary>
    public TimeSpan? MetricsDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets the seed of every random choice.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets when live events end; null for <see cref="Afterwards"/> after the queue was drained.</summary>
    public double? LiveUntil { get; init; }

    /// <summary>Gets how long live events go on after the queue was drained.</summary>
    public TimeSpan Afterwards { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Gets when the outage begins: an hour of normal operation comes first.</summary>
    public static double OutageStart => 3_600;

    /// <summary>Gets when the outage ends.</summary>
    public double OutageEnd => OutageStart + Outage.TotalSeconds;

    /// <summary>Gets a value indicating whether nothing succeeds in the outage.</summary>
    public bool IsWholeOutage => FlapsEvery is null && Succeeding == 0;

    /// <summary>Gets when the first run of the redrive starts.</summary>
    public double FirstRun => RedriveFrom is { } after ? OutageEnd + after.TotalSeconds : Interval.TotalSeconds;

    /// <summary>Gets when the simulation stops whatever is left.</summary>
    public double Horizon => OutageEnd + TimeSpan.FromDays(45).TotalSeconds;

    /// <summary>The live events per second.</summary>
    /// <param name="at">When.</param>
    /// <returns>0 or more.</returns>
    public double LivePerSecond(double at) => Rate * (at < OutageEnd ? Load : LoadAfter ?? Load);
}
