using Firetiger.RedriveSimulation.Reporting;
using Firetiger.RedriveSimulation.World;

namespace Firetiger.RedriveSimulation;

/// <summary>The same events under three strategies, for as long as the redriver needs.</summary>
internal sealed class Comparison
{
    private readonly Lazy<Outcome> _everyTick;

    private Comparison(Scenario scenario)
    {
        Gated = Simulation.Run(scenario with { Strategy = Strategy.Gated });
        None = Other(Strategy.None);
        _everyTick = new Lazy<Outcome>(() => Other(Strategy.EveryTick));

        Outcome Other(Strategy strategy) =>
            Simulation.Run(scenario with { Strategy = strategy, LiveUntil = Gated.End });
    }

    /// <summary>Gets what the redriver's policy makes of it.</summary>
    public Outcome Gated { get; }

    /// <summary>Gets what becomes of live events without a redrive.</summary>
    public Outcome None { get; }

    /// <summary>Gets what the baseline makes of it.</summary>
    public Outcome EveryTick => _everyTick.Value;

    /// <summary>
    /// Gets the longest that the redriver may keep a live event waiting, seconds: share × interval, and a request's turn.
    /// </summary>
    public double LongestAddedLiveDelay =>
        (Gated.Scenario.Share * Gated.Scenario.Interval.TotalSeconds) + (1.0 / Gated.Scenario.Rate);

    /// <summary>
    /// Gets the longest that the redriver may take to drain, seconds: 5 % over the formula, and twice that where metrics come later
    /// than it allows for, so that it knows less of live events.
    /// </summary>
    public double LongestDrain => (Gated.Scenario.MetricsDelay > CloudWatch.Lag ? 1.1 : 1.05) * Gated.Allowed;

    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>The outcomes.</returns>
    public static Comparison Of(Scenario scenario) => new(scenario);

    /// <summary>Compares event by event with no redrive at all: the live events are the same, to the last random choice.</summary>
    /// <param name="outcome">One of the others.</param>
    /// <returns>How much later a live event after the outage arrived at most, seconds.</returns>
    public double AddedLiveDelay(Outcome outcome)
    {
        var without = None.LiveDelays.ToDictionary(item => item.Born, item => item.Delay);
        return outcome.LiveDelays.Select(item => item.Delay - without[item.Born]).DefaultIfEmpty().Max();
    }

    /// <summary>Tells what of the redriver's promises did not hold.</summary>
    /// <returns>A sentence for each.</returns>
    public IEnumerable<string> BrokenPromises()
    {
        if (Gated.Unresolved + Gated.Expired > 0)
        {
            yield return $"{Gated.Unresolved + Gated.Expired} events were lost";
        }

        if (Gated.Scenario.IsWholeOutage && Gated.QuarantinedInVain > 0)
        {
            yield return $"{Gated.QuarantinedInVain} events were quarantined that the destination takes";
        }

        if (Gated.DeliveredAfter > LongestDrain)
        {
            yield return $"the drain took {Duration.Text(Gated.DeliveredAfter)}, allowed are {Duration.Text(LongestDrain)}";
        }

        if (AddedLiveDelay(Gated) is var added && added > LongestAddedLiveDelay)
        {
            yield return $"a live event waited {Duration.Text(added)} longer, promised are {Duration.Text(LongestAddedLiveDelay)}";
        }
    }
}
