using Firetiger.DlqRedriver.Policy;
using Firetiger.RedriveSimulation.Redriving;
using Firetiger.RedriveSimulation.World;

namespace Firetiger.RedriveSimulation;

/// <summary>What became of a scenario's events.</summary>
internal sealed class Outcome
{
    private readonly IReadOnlyList<RunFigures> _runs;

    /// <summary>Initializes a new instance of the <see cref="Outcome"/> class.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="events">Its events.</param>
    /// <param name="runs">The runs of the redrive.</param>
    /// <param name="moments">How things stood after each.</param>
    /// <param name="world">What the runs acted upon.</param>
    /// <param name="drainedAt">When the last event from before the end of the outage was resolved.</param>
    /// <param name="end">When live events ended.</param>
    public Outcome(
        Scenario scenario,
        EventTable events,
        IReadOnlyList<RunFigures> runs,
        IReadOnlyList<Moment> moments,
        Surroundings world,
        double? drainedAt,
        double end
    )
    {
        _runs = runs;
        Scenario = scenario;
        Moments = moments;
        End = end;
        Quarantined = world.Quarantined;
        Events = events.Count;
        DrainedAfter = drainedAt - scenario.OutageEnd;
        List<(double Born, double Delay)> live = [];
        foreach (ref readonly var item in events.All)
        {
            Count(item);
            if (item is { IsCopy: false, Fate: Fate.Delivered } && item.Born >= scenario.OutageEnd)
            {
                live.Add((item.Born, item.Delivered - item.Born));
            }
        }

        LiveDelays = live;
    }

    /// <summary>Gets the scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>Gets how things stood after each run.</summary>
    public IReadOnlyList<Moment> Moments { get; }

    /// <summary>Gets when live events ended, seconds.</summary>
    public double End { get; }

    /// <summary>Gets the live events.</summary>
    public int Events { get; }

    /// <summary>Gets those that the destination took.</summary>
    public int Delivered { get; private set; }

    /// <summary>Gets those that were dead-lettered once or more.</summary>
    public int DeadLettered { get; private set; }

    /// <summary>Gets those that SQS deleted.</summary>
    public int Expired { get; private set; }

    /// <summary>Gets those that the destination refuses for ever.</summary>
    public int Poison { get; private set; }

    /// <summary>Gets the copies of others that failed and counted as an attempt of their event.</summary>
    public int AttemptsBurnt { get; private set; }

    /// <summary>Gets the quarantined events by reason.</summary>
    public IReadOnlyDictionary<QuarantineReason, int> Quarantined { get; }

    /// <summary>Gets how long after the outage the last event from before its end was resolved, seconds; null for never.</summary>
    public double? DrainedAfter { get; }

    /// <summary>Gets the delays of live events that came after the outage, in the order of their birth.</summary>
    public IReadOnlyList<(double Born, double Delay)> LiveDelays { get; }

    /// <summary>Gets the longest delay of a live event after the outage, seconds.</summary>
    public double LongestLiveDelay => LiveDelays.Count == 0 ? 0 : LiveDelays.Max(item => item.Delay);

    /// <summary>Gets the most copies that one run sent in the outage.</summary>
    public int MostSentInOutage =>
        _runs
            .Where(run => run.At >= Scenario.OutageStart + Settled && run.At < Scenario.OutageEnd)
            .Select(run => run.Sent)
            .DefaultIfEmpty()
            .Max();

    // Until CloudWatch shows nothing but failures: window, lag and delay.
    private static double Settled => 15 * 60;

    /// <summary>
    /// Gets how long the budget formula lets the drain take, seconds: until the gate was first open to the full budget, then what
    /// is left at the budget of each run, and one run more to see the end. Null when it never was.
    /// </summary>
    public double? Allowed
    {
        get
        {
            var after = _runs.Where(run => run.At >= Scenario.OutageEnd).ToList();
            var first = after.FindIndex(run => run.State == GateState.Open && run.Budget >= 0.9 * FullBudget(run.At));
            if (first < 0)
            {
                return null;
            }

            var left = (double)after[first].Depth;
            var index = first;
            while (left > 0)
            {
                left -= FullBudget(after[Math.Min(index, after.Count - 1)].At);
                index++;
            }

            return after[first].At - Scenario.OutageEnd + ((index - first + 1) * Scenario.Interval.TotalSeconds);
        }
    }

    // With the live load as it is meant to be; a run knows it from CloudWatch, give or take chance.
    private double FullBudget(double at) =>
        Math.Min(Scenario.Share * Scenario.Rate, (0.9 * Scenario.Rate) - Scenario.LivePerSecond(at))
        * Scenario.Interval.TotalSeconds;

    private void Count(TrackedEvent item)
    {
        Delivered += item.Fate == Fate.Delivered ? 1 : 0;
        Expired += item.Fate == Fate.Expired ? 1 : 0;
        Poison += item.IsPoison ? 1 : 0;
        DeadLettered += item.FirstDeadLettered > 0 ? 1 : 0;
        var succeeded = item.Fate == Fate.Delivered && item.Attempts > 0 ? 1 : 0;
        AttemptsBurnt += item.IsPoison ? 0 : item.Attempts - succeeded;
    }
}
