using Firetiger.RedriveSimulation.World;

namespace Firetiger.RedriveSimulation;

/// <summary>The scenarios of the table.</summary>
internal static class Scenarios
{
    /// <summary>Lists them.</summary>
    /// <param name="seed">The seed of all.</param>
    /// <returns>The scenarios, whole outages first.</returns>
    public static IEnumerable<Scenario> All(int seed) =>
        WholeOutages().Concat(OtherTroubles()).Select(row => row with { Seed = seed });

    private static IEnumerable<Scenario> WholeOutages()
    {
        foreach (var hours in (int[])[1, 6, 30, 72])
        {
            foreach (var load in (double[])[0.2, 0.5, 0.8])
            {
                yield return Row(1, hours, load);
            }
        }

        foreach (var load in (double[])[0.2, 0.5, 0.8])
        {
            yield return Row(20, 1, load);
            yield return Row(20, 6, load);
        }

        yield return Row(20, 30, 0.2);
        yield return Row(300, 1, 0.2);
        yield return Row(300, 1, 0.5);
    }

    private static IEnumerable<Scenario> OtherTroubles()
    {
        yield return Row(1, 30, 0.5) with
        {
            LoadAfter = 0,
            Name = "live events end with it",
        };
        yield return Row(1, 30, 0.2) with
        {
            Failure = Failure.Unavailable,
            Name = "timeouts",
        };
        yield return Row(1, 6, 0.5) with
        {
            FlapsEvery = TimeSpan.FromMinutes(20),
            Name = "flapping every 20 min",
        };
        yield return Row(1, 6, 0.5) with
        {
            Poison = 0.02,
            Name = "2 % refused for ever",
        };
        foreach (var succeeding in (double[])[0.1, 0.5, 0.9])
        {
            yield return Row(1, 6, 0.5) with
            {
                Succeeding = succeeding,
                Name = $"{succeeding:P0} succeed throughout",
            };
        }

        foreach (var load in (double[])[0.5, 0.8])
        {
            yield return Row(1, 6, load) with
            {
                MetricsDelay = TimeSpan.FromMinutes(5),
                Name = "metrics 5 min late",
            };
        }

        yield return Row(1, 6, 0.5) with
        {
            MetricsDelay = null,
            Name = "no metrics at all",
        };
        yield return Row(1, 6, 0.5) with
        {
            LoadAfter = 0,
            RedriveFrom = TimeSpan.FromHours(1),
            Name = "live events end with it, redrive switched on an hour later",
        };
    }

    private static Scenario Row(int rate, int hours, double load) =>
        new()
        {
            Name = "",
            Rate = rate,
            Load = load,
            Outage = TimeSpan.FromHours(hours),
        };
}
