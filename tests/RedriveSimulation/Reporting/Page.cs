using System.Globalization;
using System.Text;

namespace Firetiger.RedriveSimulation.Reporting;

/// <summary>The page that the command writes.</summary>
internal static class Page
{
    /// <summary>Writes it.</summary>
    /// <param name="comparisons">The rows of the table.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>Markdown.</returns>
    public static string Write(IReadOnlyList<Comparison> comparisons, int seed)
    {
        var page = new StringBuilder(Intro(seed));
        foreach (var comparison in comparisons)
        {
            page.Append(Row(comparison)).Append('\n');
        }

        return page.Append(Outro).ToString();
    }

    private static string Intro(int seed) =>
        $$"""
            # Simulation of the redrive

            Written by `dotnet run --project tests/RedriveSimulation -c Release -- --seed {{seed}}`; do not edit it. The redriver's own policies (gate, budget, decisions,
            backoff, renewal) on a virtual clock, against a model of EventBridge: its retries, one rate bucket for live events and copies, CloudWatch a
            minute late. The baseline redrives everything in the queue every 5 minutes and gives an event up after 5 copies, as most redrive
            scripts do. Events arrive at random (Poisson); each row meets the same events under each strategy. Unless a row says otherwise, the
            destination refuses everything in the outage at once, as with a credential that ran out.

            - **drained**: from the end of the outage until the last event from before it was delivered or quarantined. **allowed**: what the
              budget formula allows, from the run on at which the gate had opened wholly.
            - **live delay**: the longest of an event that came after the outage and, event by event, how much more than without any redrive.
              A run's copies take RedriveShare × interval at most, 150 s here; where live events and copies together come close to the
              rate, chance keeps some copies of one run waiting until the next, which adds to it.
            - **burnt**: failed copies that counted as attempts of events that the destination does take.

            | outage | rate | live load | | events | dead-lettered | drained | allowed | live delay | burnt | quarantined | expired | every tick: drained | live delay | burnt | quarantined |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |

            """;

    private const string Outro = """

        ![Events not delivered over time: after an outage of 6 hours the redriver drains the queue, redriving every tick has quarantined most of it](images/undelivered-6h.svg)

        ![Events not delivered over time: the same after 3 days](images/undelivered-3d.svg)

        ![Longest delay of live events after the outage](images/live-delay.svg)

        """;

    private static string Row(Comparison comparison)
    {
        var (ours, other, _) = comparison;
        var scenario = ours.Scenario;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Duration.Text(scenario.Outage.TotalSeconds)} | {scenario.Rate}/s | {scenario.Load:P0} | {scenario.Name} | {ours.Events:N0} | {ours.DeadLettered:N0} "
                + $"| {Duration.Text(ours.DrainedAfter)} | {Duration.Text(ours.Allowed)} | {Delay(comparison, ours)} | {ours.AttemptsBurnt:N0} | {ours.Quarantined.Values.Sum():N0} | {ours.Expired:N0} "
                + $"| {Duration.Text(other.DrainedAfter)} | {Delay(comparison, other)} | {other.AttemptsBurnt:N0} | {other.Quarantined.Values.Sum():N0} |"
        );
    }

    private static string Delay(Comparison comparison, Outcome outcome) =>
        $"{Duration.Text(outcome.LongestLiveDelay)} (+{Duration.Text(comparison.AddedLiveDelay(outcome))})";
}
