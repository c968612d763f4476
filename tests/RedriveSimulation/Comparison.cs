namespace Firetiger.RedriveSimulation;

/// <summary>The same events under three strategies, for as long as the redriver needs.</summary>
/// <param name="Gated">The redriver's policy.</param>
/// <param name="EveryTick">The baseline.</param>
/// <param name="None">No redrive.</param>
internal sealed record Comparison(Outcome Gated, Outcome EveryTick, Outcome None)
{
    /// <summary>Compares event by event with no redrive at all.</summary>
    /// <param name="outcome">One of the others.</param>
    /// <returns>How much later a live event after the outage arrived at most, seconds.</returns>
    public double AddedLiveDelay(Outcome outcome)
    {
        var without = None.LiveDelays.ToDictionary(item => item.Born, item => item.Delay);
        return outcome
            .LiveDelays.Where(item => without.ContainsKey(item.Born))
            .Select(item => item.Delay - without[item.Born])
            .DefaultIfEmpty()
            .Max();
    }

    /// <summary>Runs a scenario three times.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>The outcomes.</returns>
    public static Comparison Of(Scenario scenario)
    {
        var gated = Simulation.Run(scenario with { Strategy = Strategy.Gated });
        Outcome Other(Strategy strategy) =>
            Simulation.Run(scenario with { Strategy = strategy, LiveUntil = gated.End });

        return new Comparison(gated, Other(Strategy.EveryTick), Other(Strategy.None));
    }
}
