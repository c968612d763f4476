using CsCheck;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Tests.Policy;

/// <summary>What holds for the gate, whatever CloudWatch says.</summary>
public sealed class GateLaws
{
    private static readonly Gen<RuleInvocations> Invocations =
        from successes in Gen.Int[0, 1_000_000]
        from failures in Gen.Int[0, 1_000_000]
        from succeeds in Gen.Bool
        select new RuleInvocations(successes + failures, succeeds ? successes : 0);

    private static readonly Gen<DestinationHealth?> Healths =
        from known in Gen.Int[0, 9]
        from live in Invocations
        from redrive in Invocations
        select known == 0 ? null : new DestinationHealth(live, redrive, TimeSpan.FromMinutes(10));

    private static readonly Gen<(DestinationHealth? Health, int Full, int Unanswered)> Inputs = Gen.Select(
        Healths,
        Gen.Int[1, 100_000],
        Gen.Int[0, 2_000]
    );

    [Fact]
    public void A_run_may_always_send_one_and_never_more_than_its_full_budget() =>
        Inputs.Sample(input => Of(input).Budget is >= 1 and var budget && budget <= input.Full);

    [Fact]
    public void A_probe_never_floods() =>
        Inputs.Sample(input => Of(input) is { OthersSucceed: true } or { Budget: 1 } or { State: GateState.Unknown });

    [Fact]
    public void On_trust_alone_no_more_than_a_tenth_is_sent() =>
        Inputs.Sample(input =>
            Of(input) is not { State: GateState.Unknown } gate || gate.Budget <= Math.Max(1, input.Full / 10)
        );

    [Fact]
    public void Copies_count_as_attempts_only_when_something_arrived() =>
        Inputs.Sample(input =>
            Of(input).OthersSucceed
            == (input.Health is { } health && health.Live.Successes + health.Redrive.Successes > 0)
        );

    private static Gate Of((DestinationHealth? Health, int Full, int Unanswered) input) =>
        Gate.Of(input.Health, input.Full, input.Unanswered);
}
