using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Tests.Policy;

public sealed class GateTests
{
    private const int Full = 1_000;

    [Fact]
    public void Without_metrics_one_probe_asks() =>
        Gate.Of(null, Full, unansweredRuns: 9).ShouldBe(new Gate(GateState.MetricsUnavailable, 1));

    [Theory]
    [InlineData(50, 0)]
    [InlineData(0, 3)]
    public void While_everything_fails_one_probe_asks(int live, int redrive) =>
        Of((live, 0), (redrive, 0), unansweredRuns: 9).ShouldBe((GateState.Failing, 1));

    [Fact]
    public void Before_the_redrive_rule_has_shown_an_attempt_one_copy_is_sent() =>
        Of((50, 50), (0, 0)).ShouldBe((GateState.Proving, 1));

    [Fact]
    public void While_only_copies_fail_a_few_look_for_one_that_arrives() =>
        Of((50, 50), (3, 0)).ShouldBe((GateState.Proving, 10));

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 40, 80)]
    [InlineData(100, 1, 202)]
    [InlineData(100_000, 1, Full)]
    public void Each_run_may_send_twice_what_lately_arrived(int live, int redrive, int budget) =>
        Of((live, live), (redrive, redrive)).ShouldBe((GateState.Open, budget));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 8)]
    [InlineData(60, 100)]
    public void When_probes_are_never_answered_the_budget_grows_to_a_tenth(int unansweredRuns, int budget) =>
        Of((0, 0), (0, 0), unansweredRuns).ShouldBe((GateState.Unknown, budget));

    [Theory]
    [InlineData(2, 1)]
    [InlineData(5, 8)]
    public void When_copies_are_never_seen_beside_live_events_the_budget_grows_too(int unansweredRuns, int budget) =>
        Gate.Of(Health((50, 50), (0, 0)), Full, unansweredRuns).Budget.ShouldBe(budget);

    [Theory]
    [InlineData(0, 0, 0, 0, false)]
    [InlineData(50, 0, 3, 0, false)]
    [InlineData(100, 75, 3, 0, true)]
    [InlineData(100, 74, 0, 0, false)]
    [InlineData(100, 74, 10, 10, false)]
    [InlineData(0, 0, 100, 75, true)]
    [InlineData(0, 0, 100, 74, false)]
    public void A_copy_counts_as_an_attempt_while_three_in_four_of_the_others_succeed(
        int live,
        int liveSuccesses,
        int redrive,
        int redriveSuccesses,
        bool counts
    ) => Gate.Of(Health((live, liveSuccesses), (redrive, redriveSuccesses)), Full, 0).OthersSucceed.ShouldBe(counts);

    [Fact]
    public void Without_metrics_no_copy_counts_as_an_attempt() => Gate.Of(null, Full, 0).OthersSucceed.ShouldBeFalse();

    private static (GateState State, int Budget) Of(
        (double Attempts, double Successes) live,
        (double Attempts, double Successes) redrive,
        int unansweredRuns = 0
    )
    {
        var gate = Gate.Of(Health(live, redrive), Full, unansweredRuns);
        return (gate.State, gate.Budget);
    }

    private static DestinationHealth Health(
        (double Attempts, double Successes) live,
        (double Attempts, double Successes) redrive
    ) =>
        new(
            new RuleInvocations(live.Attempts, live.Successes),
            new RuleInvocations(redrive.Attempts, redrive.Successes),
            TimeSpan.FromMinutes(10),
            TimeSpan.FromMinutes(10)
        );
}
