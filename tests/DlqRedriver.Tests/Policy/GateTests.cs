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
        Gate.Of(Health((live, 0), (redrive, 0)), Full, unansweredRuns: 9).ShouldBe(new Gate(GateState.Failing, 1));

    [Fact]
    public void Before_the_redrive_rule_has_shown_an_attempt_one_copy_is_sent() =>
        Gate.Of(Health((50, 50), (0, 0)), Full, 0).ShouldBe(new Gate(GateState.Proving, 1));

    [Fact]
    public void While_only_copies_fail_a_few_look_for_one_that_arrives() =>
        Gate.Of(Health((50, 50), (3, 0)), Full, 0).ShouldBe(new Gate(GateState.Proving, 10));

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 40, 80)]
    [InlineData(100, 1, 202)]
    [InlineData(100_000, 1, Full)]
    public void Each_run_may_send_twice_what_lately_arrived(int live, int redrive, int budget) =>
        Gate.Of(Health((live, live), (redrive, redrive)), Full, 0).ShouldBe(new Gate(GateState.Open, budget));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 8)]
    [InlineData(60, 100)]
    public void When_probes_are_never_answered_the_budget_grows_to_a_tenth(int unansweredRuns, int budget) =>
        Gate.Of(Health((0, 0), (0, 0)), Full, unansweredRuns).ShouldBe(new Gate(GateState.Unknown, budget));

    [Theory]
    [InlineData(GateState.MetricsUnavailable, false)]
    [InlineData(GateState.Failing, false)]
    [InlineData(GateState.Unknown, false)]
    [InlineData(GateState.Proving, true)]
    [InlineData(GateState.Open, true)]
    internal void A_copy_counts_as_an_attempt_only_while_others_succeed(GateState state, bool counts) =>
        new Gate(state, 1).OthersSucceed.ShouldBe(counts);

    private static DestinationHealth Health(
        (double Attempts, double Successes) live,
        (double Attempts, double Successes) redrive
    ) =>
        new(
            new RuleInvocations(live.Attempts, live.Successes),
            new RuleInvocations(redrive.Attempts, redrive.Successes),
            TimeSpan.FromMinutes(10)
        );
}
