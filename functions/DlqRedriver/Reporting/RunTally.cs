using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Reporting;

/// <summary>Counts while a run goes on, so that whatever stops it, what was done is reported.</summary>
internal sealed class RunTally
{
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the messages received.</summary>
    public int Received { get; set; }

    /// <summary>Gets or sets the copies accepted.</summary>
    public int Redriven { get; set; }

    /// <summary>Gets or sets the messages hidden until they are due.</summary>
    public int Waiting { get; set; }

    /// <summary>Gets or sets the messages passed over.</summary>
    public int Skipped { get; set; }

    /// <summary>Gets or sets the messages that could not be moved or hidden.</summary>
    public int Failed { get; set; }

    /// <summary>Gets or sets the messages deleted.</summary>
    public int Deleted { get; set; }

    /// <summary>Gets or sets what is wrong with the route.</summary>
    public string? RouteProblem { get; set; }

    /// <summary>Gets or sets the last failed call, or the unforeseen fault.</summary>
    public string? Fault { get; set; }

    /// <summary>Counts a message moved to quarantine.</summary>
    /// <param name="reason">Why.</param>
    public void Quarantined(QuarantineReason reason)
    {
        var name = reason.ToString();
        _reasons[name] = _reasons.GetValueOrDefault(name) + 1;
    }

    /// <summary>Makes the report.</summary>
    /// <param name="stopped">Why the run ended.</param>
    /// <param name="dryRun">Whether nothing was moved.</param>
    /// <param name="budget">The copies allowed.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <returns>The report.</returns>
    public RunReport ToReport(StopReason stopped, bool dryRun, int budget, TimeSpan elapsed) =>
        new()
        {
            DryRun = dryRun,
            Budget = budget,
            Received = Received,
            Redriven = Redriven,
            Quarantined = _reasons.Values.Sum(),
            Waiting = Waiting,
            Skipped = Skipped,
            Failed = Failed,
            Deleted = Deleted,
            QuarantineReasons = _reasons.Count == 0 ? null : _reasons,
            RouteProblem = RouteProblem,
            Fault = Fault,
            StoppedBecause = stopped,
            Milliseconds = (long)elapsed.TotalMilliseconds,
        };
}
