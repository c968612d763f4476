namespace Firetiger.DlqRedriver.Policy;

/// <summary>How far a run may go. Pure: its only memory is AWS's metrics.</summary>
/// <param name="State">What is known of the destination.</param>
/// <param name="Budget">The copies that the run may send, 1 or more.</param>
internal sealed record Gate(GateState State, int Budget)
{
    // One request of PutEvents: enough to find an event that arrives among some that do not.
    private const int FewCopies = 10;

    // A run or two without an answer are CloudWatch's delay.
    private const int UnansweredRunsInARow = 3;

    /// <summary>
    /// Gets a value indicating whether others succeed, so that a copy that fails counts as an attempt. While the whole
    /// destination fails, or nothing is known, copies are probes.
    /// </summary>
    public bool OthersSucceed => State is GateState.Proving or GateState.Open;

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
        var copies = state switch
        {
            GateState.Open => 2 * (health!.Redrive.Successes + health.Live.Successes),
            GateState.Proving when health!.Redrive.Attempts > 0 => FewCopies,
            GateState.Unknown => UnansweredBudget(full, unansweredRuns),
            _ => 1,
        };
        return new Gate(state, (int)Math.Clamp(copies, 1, full));
    }

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
