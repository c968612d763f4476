using CsCheck;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Tests.Policy;

/// <summary>What holds for the gate, whatever CloudWatch says.</summary>
public sealed class GateLaws
{
    private static readonly Gen<RuleInvocations> Invocations =
        from successes in Gen.Int[0, 1_000_000]
        from failures in Gen.Int[0, 1_000_000]
        from kind in Gen.Int[0, 3]
        select kind switch
        {
            0 => new RuleInvocations(0, 0),
            1 => new RuleInvocations(failures, 0),
            2 => new RuleInvocations(successes, successes),
            _ => new RuleInvocations(successes + failures, successes),
        };

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private static readonly Gen<DestinationHealth?> Healths =
        from known in Gen.Int[0, 9]
        from live in Invocations
        from redrive in Invocations
        select known == 0 ? null : new DestinationHealth(live, redrive, Window, Window);

    private static readonly Gen<(DestinationHealth? Health, int Full, int Unanswered)> Inputs = Gen.Select(
        Healths,
        Gen.Int[1, 100_000],
        Gen.Int[0, 2_000]
    );

    [Fact]
    public void A_run_may_always_send_one_and_never_more_than_its_full_budget() =>
        Inputs.Sample(input => Of(input).Budget is >= 1 and var budget && budget <= input.Full);

    [Fact]
    public void Probes_are_at_most_twice_what_lately_arrived_or_a_few_or_a_tenth_while_nobody_answers() =>
        Inputs.Sample(input =>
        {
            var gate = Of(input);
            var arrived = (input.Health?.Live.Successes ?? 0) + (input.Health?.Redrive.Successes ?? 0);
            var few = arrived > 0 ? 10 : 1;
            var most = gate.IsUnanswered ? Math.Max(1, input.Full / 10) : Math.Max(few, 2 * arrived);
            return gate.OthersSucceed || gate.Budget <= most;
        });

    [Fact]
    public void On_trust_alone_no_more_than_a_tenth_is_sent() =>
        Inputs.Sample(input =>
            Of(input) is not { IsUnanswered: true } gate || gate.Budget <= Math.Max(1, input.Full / 10)
        );

    [Fact]
    public void An_attempt_is_never_burnt_while_more_than_a_quarter_of_the_others_fail() =>
        Inputs.Sample(input =>
        {
            var others = input.Health is { Live.Attempts: > 0 } ? input.Health.Live : input.Health?.Redrive;
            var fails =
                others is null || others.Successes == 0 || others.Attempts - others.Successes > others.Attempts / 4;
            return !(Of(input).OthersSucceed && fails);
        });

    private static Gate Of((DestinationHealth? Health, int Full, int Unanswered) input) =>
        Gate.Of(input.Health, input.Full, input.Unanswered);
}
