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
        MostHidden = world.Queue.MostHidden;
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
        Allowed = new DrainFormula(scenario, world.Metrics.Live, end).Allowed(events);
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

    /// <summary>Gets those of which nothing is known at the end.</summary>
    public int Unresolved { get; private set; }

    /// <summary>Gets those that were given up though the destination takes them.</summary>
    public int QuarantinedInVain { get; private set; }

    /// <summary>Gets the copies of others that failed and counted as an attempt of their event.</summary>
    public int AttemptsBurnt { get; private set; }

    /// <summary>Gets the quarantined events by reason.</summary>
    public IReadOnlyDictionary<QuarantineReason, int> Quarantined { get; }

    /// <summary>Gets how long after the outage the last event from before its end was resolved, seconds; null for never.</summary>
    public double? DrainedAfter { get; }

    /// <summary>
    /// Gets how long after the outage the last dead-lettered event from before its end that the destination takes was delivered,
    /// seconds; 0 when there was none.
    /// </summary>
    public double DeliveredAfter { get; private set; }

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

    /// <summary>Gets the states of the gate that runs after the outage met.</summary>
    public IReadOnlySet<GateState> StatesAfter =>
        _runs.Where(run => run.At >= Scenario.OutageEnd).Select(run => run.State).OfType<GateState>().ToHashSet();

    /// <summary>Gets the most messages that were hidden at once.</summary>
    public int MostHidden { get; }

    // Until CloudWatch shows nothing but failures: window, lag and delay.
    private static double Settled => 15 * 60;

    /// <summary>Gets how long the budget formula lets the drain take, seconds: see <see cref="DrainFormula"/>.</summary>
    public double Allowed { get; }

    private void Count(TrackedEvent item)
    {
        Delivered += item.Fate == Fate.Delivered ? 1 : 0;
        Expired += item.Fate == Fate.Expired ? 1 : 0;
        Poison += item.IsPoison ? 1 : 0;
        Unresolved += item.Fate is Fate.Underway or Fate.DeadLettered ? 1 : 0;
        QuarantinedInVain += item is { Fate: Fate.Quarantined, IsPoison: false } ? 1 : 0;
        DeadLettered += item.FirstDeadLettered > 0 ? 1 : 0;
        if (item is { Fate: Fate.Delivered, FirstDeadLettered: > 0 } && item.Born < Scenario.OutageEnd)
        {
            DeliveredAfter = Math.Max(DeliveredAfter, item.Delivered - Scenario.OutageEnd);
        }

        var succeeded = item.Fate == Fate.Delivered && item.Attempts > 0 ? 1 : 0;
        AttemptsBurnt += item.IsPoison ? 0 : item.Attempts - succeeded;
    }
}
