using Firetiger.DlqRedriver.Policy;
using Firetiger.RedriveSimulation.World;

namespace Firetiger.RedriveSimulation.Tests;

/// <summary>What the redriver's policies promise, held in outages of hours and days on a virtual clock.</summary>
public sealed class OutageLaws
{
    public static TheoryData<int, double, int> Outages =>
        new MatrixTheoryData<int, double, int>([1, 6, 30, 72], [0.2, 0.5], [1, 20_261]);

    [Theory]
    [MemberData(nameof(Outages))]
    public void Every_event_arrives_and_none_is_quarantined_or_expires(int hours, double load, int seed)
    {
        var outcome = Simulation.Run(Outage(hours, load, seed));

        outcome.Delivered.ShouldBe(outcome.Events);
        outcome.DeadLettered.ShouldBeGreaterThan(100);
        outcome.Quarantined.ShouldBeEmpty();
        outcome.Expired.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Outages))]
    public void The_queue_drains_within_5_percent_of_what_the_budget_allows(int hours, double load, int seed)
    {
        var outcome = Simulation.Run(Outage(hours, load, seed));

        outcome.DrainedAfter.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(outcome.Allowed!.Value * 1.05);
    }

    [Theory]
    [InlineData(6, 0.2, 1)]
    [InlineData(30, 0.2, 7)]
    public void A_live_event_waits_at_most_share_times_interval_longer(int hours, double load, int seed)
    {
        var comparison = Comparison.Of(Outage(hours, load, seed));

        comparison
            .AddedLiveDelay(comparison.Gated)
            .ShouldBeInRange(0, comparison.Gated.Scenario.Share * comparison.Gated.Scenario.Interval.TotalSeconds + 1);
    }

    [Theory]
    [MemberData(nameof(Outages))]
    public void A_probe_never_floods(int hours, double load, int seed)
    {
        var outcome = Simulation.Run(Outage(hours, load, seed));

        outcome.MostSentInOutage.ShouldBeInRange(hours == 1 ? 0 : 1, 1);
    }

    [Fact]
    public void The_same_outage_quarantines_most_when_everything_is_redriven_every_tick()
    {
        var outcome = Simulation.Run(
            Outage(6, 0.5, 1) with
            {
                Strategy = Strategy.EveryTick,
                LiveUntil = TimeSpan.FromHours(12).TotalSeconds,
            }
        );

        outcome.Quarantined[QuarantineReason.AttemptsExhausted].ShouldBeGreaterThan(outcome.DeadLettered / 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20_261)]
    public void What_is_refused_for_ever_is_quarantined_and_nothing_else(int seed)
    {
        var outcome = Simulation.Run(Outage(6, 0.2, seed) with { Poison = 0.02 });

        outcome.Poison.ShouldBeGreaterThan(10);
        // Some are left when live events have ended: then nothing says whose fault a failure is, and age ends them.
        outcome.Quarantined.Keys.ShouldBe([QuarantineReason.AttemptsExhausted, QuarantineReason.TooOld]);
        outcome.Quarantined[QuarantineReason.TooOld].ShouldBeLessThan(outcome.Poison / 2);
        (outcome.Delivered + outcome.Quarantined.Values.Sum()).ShouldBe(outcome.Events);
        outcome.Quarantined.Values.Sum().ShouldBe(outcome.Poison);
    }

    [Fact]
    public void An_outage_longer_than_EventBridge_retries_loses_nothing()
    {
        var outcome = Simulation.Run(Outage(30, 0.2, 1) with { Failure = Failure.Unavailable });

        outcome.DeadLettered.ShouldBeGreaterThan(100);
        outcome.Delivered.ShouldBe(outcome.Events);
    }

    [Fact]
    public void Renewal_keeps_what_an_outage_of_three_weeks_left_waiting()
    {
        var outcome = Simulation.Run(Outage(21 * 24, 0.02, 1));

        outcome.Delivered.ShouldBe(outcome.Events);
        outcome.Expired.ShouldBe(0);
    }

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
