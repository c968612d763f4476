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

            Written by `dotnet run --project tests/RedriveSimulation -c Release -- --seed {{seed}}`, which exits with 1 when a promise below is broken; do
            not edit it. The function's own gate, budget, decisions, backoff and defaults on a virtual clock, against a model of the rest:

            - **EventBridge**: its retries and the template's, and one rate bucket for live events and copies, first come, first served.
            - **CloudWatch**: by the minute, each readable a minute after its end.
            - **SQS**: any visible message may be the next received, a message is deleted at 14 days though hidden, and the metric of the oldest
              leaves out what was received three times. Renewal looks at what the function looks at. The quarantine queue is not modelled.
            - **a run**: every 5 minutes, 75 of the function's 90 s for pages and half of it for renewal. A call takes 20 ms: an assumption.

            Events arrive at random (Poisson); each row meets the same events under each strategy. Unless a row says otherwise, the destination
            refuses everything in the outage at once, as with a credential that ran out. The baseline redrives everything in the queue every 5
            minutes and gives an event up after 5 copies, as most redrive scripts do.

            - **drained**: from the end of the outage until the last dead-lettered event from before it that the destination takes was delivered.
              **allowed**: what the budget formula in [operations.md](operations.md#what-a-run-does) allows with the live events that there
              really were. It begins with a ramp: a probe at the first run after the outage, which is seen two minutes (or the delay of the
              metrics) and a minute later; from that run on 2, 4, 8 … copies, so log2 of the budget intervals until it is full. Promised: at
              most 5 % more, or 10 % where metrics come later than the two minutes that are allowed for.
            - **live delay**: the longest of an event that came after the outage and, event by event, how much more than the same event without
              any redrive. Promised: at most RedriveShare × interval, 150 s here, and one request's turn.
            - **burnt**: failed copies that counted as attempts of events that the destination does take.
            - **quarantined**: and how many of them the destination takes, which is promised to be none in a whole outage. A quarantined event is
              not lost: `release` sends it back.

            | outage | rate | live load | | events | dead-lettered | drained | allowed | live delay | burnt | quarantined (in vain) | expired | every tick: empty | live delay | burnt | quarantined |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |

            """;

    private const string Outro = """

        Why some are quarantined:

        - *2 % refused for ever*: these are the events that every destination would refuse; each had its five attempts, or was too old at the
          end, when no live event told any more whose fault a failure is. None that the destination takes is among them.
        - *flapping*: each turn of the destination is seen some minutes late, and the copies of those minutes count as attempts; an event that
          meets five turns is given up.
        - *10 % and 50 % succeed throughout*: none, because a copy that fails is no attempt while less than three in four deliveries succeed.
          *90 %*: copies count, and five failures of one event in a row are one in a hundred thousand.
        - *every tick*: whatever fails five times while the outage lasts, and whatever the queue before the destination makes wait for too long.

        ![Events not delivered over time: after an outage of 6 hours the redriver drains the queue, redriving every tick has quarantined most of it](images/undelivered-6h.svg)

        ![Events not delivered over time: the same after 3 days](images/undelivered-3d.svg)

        ![Longest delay of live events after the outage](images/live-delay.svg)

        """;

    private static string Row(Comparison comparison)
    {
        var (ours, other) = (comparison.Gated, comparison.EveryTick);
        var scenario = ours.Scenario;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Duration.Text(scenario.Outage.TotalSeconds)} | {scenario.Rate}/s | {scenario.Load:P0} | {scenario.Name} | {ours.Events:N0} | {ours.DeadLettered:N0} "
                + $"| {Duration.Text(ours.DeliveredAfter)} | {Duration.Text(ours.Allowed)} | {Delay(comparison, ours)} | {ours.AttemptsBurnt:N0} | {ours.Quarantined.Values.Sum():N0} ({ours.QuarantinedInVain:N0}) | {ours.Expired:N0} "
                + $"| {Duration.Text(other.DrainedAfter)} | {Delay(comparison, other)} | {other.AttemptsBurnt:N0} | {other.Quarantined.Values.Sum():N0} |"
        );
    }

    private static string Delay(Comparison comparison, Outcome outcome) =>
        $"{Duration.Text(outcome.LongestLiveDelay)} (+{Duration.Text(comparison.AddedLiveDelay(outcome))})";
}
