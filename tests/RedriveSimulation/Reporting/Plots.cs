using System.Globalization;

namespace Firetiger.RedriveSimulation.Reporting;

/// <summary>The plots of the page.</summary>
internal static class Plots
{
    private const string Ours = "#0b6e4f";
    private const string Others = "#c1292e";
    private const string Without = "#888";

    /// <summary>Draws how many events were not delivered, over time.</summary>
    /// <param name="comparison">What to draw.</param>
    /// <returns>SVG.</returns>
    public static string Undelivered(Comparison comparison)
    {
        var scenario = comparison.Gated.Scenario;
        return new Plot(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Events not delivered: outage of {Duration.Text(scenario.Outage.TotalSeconds)}, {scenario.Rate}/s, {scenario.Load * 100:0} % live load"
            ),
            "hours since the outage began",
            "events",
            [
                new Series("redriver", Ours, Waiting(comparison.Gated)),
                new Series("everything every tick, quarantined included", Others, Waiting(comparison.EveryTick)),
            ]
        ).Draw();
    }

    /// <summary>Draws the longest delay of live events in each ten minutes after the outage.</summary>
    /// <param name="comparison">What to draw.</param>
    /// <returns>SVG.</returns>
    public static string LiveDelay(Comparison comparison)
    {
        var scenario = comparison.Gated.Scenario;
        return new Plot(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Delay of live events: after an outage of {Duration.Text(scenario.Outage.TotalSeconds)}, {scenario.Rate}/s, {scenario.Load * 100:0} % live load"
            ),
            "hours since the outage ended",
            "longest delay in 10 minutes, seconds",
            [
                new Series("redriver", Ours, Delays(comparison.Gated)),
                new Series("everything every tick", Others, Delays(comparison.EveryTick)),
                new Series("no redrive", Without, Delays(comparison.None)),
            ]
        ).Draw();
    }

    private static List<(double X, double Y)> Waiting(Outcome outcome) =>
        [
            (0, 0),
            .. outcome
                .Moments.Where(moment => moment.At >= Scenario.OutageStart)
                .Select(moment =>
                    ((moment.At - Scenario.OutageStart) / 3_600, (double)(moment.Waiting + moment.Quarantined))
                ),
        ];

    private static List<(double X, double Y)> Delays(Outcome outcome) =>
        [
            .. outcome
                .LiveDelays.GroupBy(item => Math.Floor((item.Born - outcome.Scenario.OutageEnd) / 600))
                .OrderBy(group => group.Key)
                .Select(group => (group.Key / 6, group.Max(item => item.Delay))),
        ];
}
