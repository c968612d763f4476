using System.Collections.Concurrent;
using Firetiger.DlqRedriver.Policy;
using Firetiger.RedriveSimulation.World;

namespace Firetiger.RedriveSimulation.Tests;

/// <summary>What the redriver's policies promise, held in outages of hours and days on a virtual clock.</summary>
public sealed class OutageLaws
{
    private static readonly ConcurrentDictionary<Scenario, Lazy<Comparison>> Comparisons = new();

    public static TheoryData<int, double, int> Outages { get; } =
        new(
            from hours in (int[])[1, 6, 30, 72]
            from load in (double[])[0.2, 0.5, 0.8]
            from seed in (int[])[1, 20_261]
            // Four weeks and two million events: the command's.
            where hours < 72 || load < 0.8
            select (hours, load, seed)
        );

    [Theory]
    [MemberData(nameof(Outages))]
    public void Every_event_arrives_and_none_is_quarantined_or_expires(int hours, double load, int seed)
    {
        var outcome = Compare(Outage(hours, load, seed)).Gated;

        outcome.Delivered.ShouldBe(outcome.Events);
        outcome.DeadLettered.ShouldBeGreaterThan(100);
        outcome.Quarantined.ShouldBeEmpty();
        outcome.Expired.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Outages))]
    public void The_queue_drains_within_5_percent_of_what_the_budget_allows(int hours, double load, int seed) =>
        ShouldDrainInTime(Outage(hours, load, seed));

    [Theory]
    [MemberData(nameof(Outages))]
    public void A_live_event_waits_at_most_share_times_interval_longer(int hours, double load, int seed) =>
        ShouldSpareLiveEvents(Outage(hours, load, seed));

    [Theory]
    [InlineData(0.4, 1)]
    [InlineData(0.6, 1)]
    [InlineData(0.4, 7)]
    [InlineData(0.6, 7)]
    public void A_live_event_waits_no_longer_where_share_and_live_load_come_close_to_the_rate(double load, int seed) =>
        ShouldSpareLiveEvents(Outage(30, load, seed));

    // Metrics later than the lag that the redriver allows for cut its window short.
    [Theory]
    [InlineData(3, 0.5)]
    [InlineData(5, 0.5)]
    [InlineData(3, 0.8)]
    [InlineData(5, 0.8)]
    public void A_live_event_waits_no_longer_while_metrics_are_late(int minutes, double load) =>
        ShouldSpareLiveEvents(Outage(6, load, 1) with { MetricsDelay = TimeSpan.FromMinutes(minutes) });

    [Theory]
    [MemberData(nameof(Outages))]
    public void A_probe_never_floods(int hours, double load, int seed)
    {
        var outcome = Compare(Outage(hours, load, seed)).Gated;

        outcome.MostSentInOutage.ShouldBeInRange(hours == 1 ? 0 : 1, 1);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    public void Copies_alone_open_the_gate_when_live_events_end_with_the_outage(double load) =>
        ShouldDrainInTime(Outage(6, load, 1) with { LoadAfter = 0 });

    [Theory]
    [InlineData(1)]
    [InlineData(20_261)]
    public void The_gate_opens_though_nothing_is_known_when_the_redrive_is_switched_on(int seed)
    {
        var scenario = Outage(6, 0.5, seed) with { LoadAfter = 0, RedriveFrom = TimeSpan.FromHours(1) };

        Compare(scenario).Gated.StatesAfter.ShouldBe([GateState.Unknown, GateState.Open], ignoreOrder: true);
        ShouldDrainInTime(scenario);
    }

    [Fact]
    public void Without_metrics_a_tenth_of_the_budget_drains_the_queue()
    {
        var scenario = Outage(6, 0.5, 1) with { MetricsDelay = null };
        var outcome = Compare(scenario).Gated;

        outcome.StatesAfter.ShouldBe([GateState.Unknown]);
        outcome.MostSentInOutage.ShouldBeInRange(1, 15);
        outcome.Delivered.ShouldBe(outcome.Events);
        ShouldDrainInTime(scenario);
    }

    [Fact]
    public void The_same_outage_quarantines_most_when_everything_is_redriven_every_tick()
    {
        var outcome = Compare(Outage(6, 0.5, 1)).EveryTick;

        outcome.Quarantined[QuarantineReason.AttemptsExhausted].ShouldBeGreaterThan(outcome.DeadLettered / 2);
    }

    [Theory]
    [InlineData(0.1, 1)]
    [InlineData(0.5, 1)]
    [InlineData(0.9, 1)]
    [InlineData(0.1, 20_261)]
    [InlineData(0.5, 20_261)]
    [InlineData(0.9, 20_261)]
    public void What_fails_by_chance_is_not_quarantined(double succeeding, int seed)
    {
        var outcome = Compare(Outage(6, 0.5, seed) with { Succeeding = succeeding }).Gated;

        outcome.DeadLettered.ShouldBeGreaterThan(100);
        outcome.Delivered.ShouldBe(outcome.Events);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void No_attempt_is_burnt_while_less_than_three_in_four_succeed(double succeeding)
    {
        var outcome = Compare(Outage(6, 0.5, 1) with { Succeeding = succeeding }).Gated;

        // The window of a run still shows what was before.
        outcome.AttemptsBurnt.ShouldBeLessThan(outcome.DeadLettered / 100);
    }

    [Fact]
    public void A_destination_that_comes_and_goes_loses_nothing_and_few_are_quarantined()
    {
        var outcome = Compare(Outage(6, 0.5, 1) with { FlapsEvery = TimeSpan.FromMinutes(20) }).Gated;

        (outcome.Delivered + outcome.QuarantinedInVain).ShouldBe(outcome.Events);
        outcome.QuarantinedInVain.ShouldBeLessThan(outcome.DeadLettered / 1_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20_261)]
    public void What_is_refused_for_ever_is_quarantined_and_nothing_else(int seed)
    {
        var outcome = Compare(Outage(6, 0.2, seed) with { Poison = 0.02 }).Gated;

        outcome.Poison.ShouldBeGreaterThan(10);
        // Some are left when live events have ended: then nothing says whose fault a failure is, and age ends them.
        outcome.Quarantined.Keys.ShouldBe([QuarantineReason.AttemptsExhausted, QuarantineReason.TooOld]);
        outcome.Quarantined[QuarantineReason.TooOld].ShouldBeLessThan(outcome.Poison / 2);
        outcome.QuarantinedInVain.ShouldBe(0);
        (outcome.Delivered + outcome.Poison).ShouldBe(outcome.Events);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    public void What_is_refused_for_ever_does_not_hold_up_the_others(double load) =>
        ShouldDrainInTime(Outage(6, load, 1) with { Poison = 0.02 });

    [Fact]
    public void An_outage_longer_than_EventBridge_retries_loses_nothing()
    {
        var outcome = Compare(Outage(30, 0.2, 1) with { Failure = Failure.Unavailable }).Gated;

        outcome.DeadLettered.ShouldBeGreaterThan(100);
        outcome.Delivered.ShouldBe(outcome.Events);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.2)]
    public void Renewal_keeps_what_an_outage_of_three_weeks_left_waiting(double load)
    {
        var outcome = Simulation.Run(Outage(21 * 24, load, 1));

        outcome.Expired.ShouldBe(0);
        outcome.Unresolved.ShouldBe(0);
        outcome.Quarantined.Keys.ShouldBeSubsetOf([QuarantineReason.TooOld]);
    }

    private static void ShouldDrainInTime(Scenario scenario)
    {
        var comparison = Compare(scenario);

        comparison.Gated.DeliveredAfter.ShouldBeInRange(1, comparison.LongestDrain);
    }

    private static void ShouldSpareLiveEvents(Scenario scenario)
    {
        var comparison = Compare(scenario);

        comparison.Gated.LiveDelays.Count.ShouldBeGreaterThan(100);
        comparison.AddedLiveDelay(comparison.Gated).ShouldBeInRange(0, comparison.LongestAddedLiveDelay);
    }

    private static Comparison Compare(Scenario scenario) =>
        Comparisons.GetOrAdd(scenario, key => new Lazy<Comparison>(() => Comparison.Of(key))).Value;

    private static Scenario Outage(int hours, double load, int seed) =>
        new()
        {
            Name = "",
            Rate = 1,
            Load = load,
            Outage = TimeSpan.FromHours(hours),
            Seed = seed,
        };
}
