using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>
/// Counts the runs in a row whose probes CloudWatch never showed and that never came back. It lives as long as the execution
/// environment: a new one only begins carefully again.
/// </summary>
internal sealed class UnansweredProbes
{
    /// <summary>Gets how many there are.</summary>
    public int Runs { get; private set; }

    /// <summary>Takes note of a run.</summary>
    /// <param name="gate">What was known of the destination before it.</param>
    /// <param name="sent">The copies that it sent.</param>
    /// <param name="cameBack">The failed copies that it received.</param>
    public void After(Gate gate, int sent, int cameBack) =>
        Runs = gate switch
        {
            { State: GateState.MetricsUnavailable } => Runs,
            { IsUnanswered: true } when cameBack == 0 => sent > 0 ? Runs + 1 : Runs,
            _ => 0,
        };
}
