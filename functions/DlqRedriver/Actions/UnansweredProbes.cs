using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Reporting;

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
    /// <param name="state">What was known of the destination before it.</param>
    /// <param name="tally">What it did.</param>
    public void After(GateState state, RunTally tally) =>
        Runs = state switch
        {
            GateState.MetricsUnavailable => Runs,
            GateState.Unknown when tally.CameBack == 0 => tally.Redriven > 0 ? Runs + 1 : Runs,
            _ => 0,
        };
}
