namespace Firetiger.DlqRedriver.Policy;

/// <summary>How far a run may go. Pure: its only memory is AWS's metrics.</summary>
/// <param name="State">What is known of the destination.</param>
/// <param name="Budget">The copies that the run may send, 1 or more.</param>
internal sealed record Gate(GateState State, int Budget)
{
    // One request of PutEvents: enough to find an event that arrives among some that do not.
    private const int FewCopies = 10;

    // AWS's measure of health is successes by attempts. Below this a failure says more of the destination than of the event.
    private const double HealthyShare = 0.75;

    // A run or two without an answer are CloudWatch's delay.
    private const int UnansweredRunsInARow = 3;

    /// <summary>
    /// Gets a value indicating whether three in four deliveries succeed, of live events or, where there are none, of copies: then a
    /// copy that fails counts as an attempt. While the destination fails, wholly or often, or nothing is known, copies are probes.
    /// </summary>
    public bool OthersSucceed { get; init; }

    /// <summary>Gets a value indicating whether CloudWatch shows no attempt of the redrive rule.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>Judges.</summary>
    /// <param name="health">What CloudWatch says, or null when it says nothing.</param>
    /// <param name="full">The run's budget by rate and share, 1 or more: see <see cref="RunBudget"/>.</param>
    /// <param name="unansweredRuns">
    /// The runs in a row, up to this one, that sent probes of which CloudWatch showed no attempt and none came back.
    /// </param>
    /// <returns>The gate.</returns>
    public static Gate Of(DestinationHealth? health, int full, int unansweredRuns)
    {
        var state = StateOf(health);
        var isUnanswered = state is GateState.Unknown or GateState.Proving && health!.Redrive.Attempts == 0;
        var copies = state switch
        {
            GateState.Open => 2 * (health!.Redrive.Successes + health.Live.Successes),
            _ when isUnanswered => UnansweredBudget(full, unansweredRuns),
            GateState.Proving => FewCopies,
            _ => 1,
        };
        return new Gate(state, (int)Math.Clamp(copies, 1, full))
        {
            IsUnanswered = isUnanswered,
            OthersSucceed = health is not null && MostSucceed(health.Live.Attempts > 0 ? health.Live : health.Redrive),
        };
    }

    private static bool MostSucceed(RuleInvocations invocations) =>
        invocations.Successes > 0 && invocations.Successes >= HealthyShare * invocations.Attempts;

    private static GateState StateOf(DestinationHealth? health) =>
        health switch
        {
            null => GateState.MetricsUnavailable,
            { Redrive.Successes: > 0 } => GateState.Open,
            { Live.Successes: > 0 } => GateState.Proving,
            { Redrive.Attempts: > 0 } or { Live.Attempts: > 0 } => GateState.Failing,
            _ => GateState.Unknown,
        };

    // No news for long, and nothing came back, is good news, but no more than a tenth of the budget is staked on it.
    private static double UnansweredBudget(int full, int unansweredRuns) =>
        unansweredRuns < UnansweredRunsInARow
            ? 1
            : Math.Min(full / 10.0, Math.Pow(2, unansweredRuns - UnansweredRunsInARow + 1));
}
