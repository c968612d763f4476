namespace Firetiger.DlqRedriver.Policy;

/// <summary>What both rules met at the one destination.</summary>
/// <param name="Live">The rule of live events.</param>
/// <param name="Redrive">The rule of copies.</param>
/// <param name="Window">The time that they were looked at for.</param>
/// <param name="Measured">The part of it that CloudWatch has counts of: to the last minute of either rule. The rest may be late.</param>
internal sealed record DestinationHealth(
    RuleInvocations Live,
    RuleInvocations Redrive,
    TimeSpan Window,
    TimeSpan Measured
)
{
    /// <summary>
    /// Gets the requests per second that live events took of the destination's rate: rather too many than too few, for what is late is
    /// not nothing.
    /// </summary>
    public double LiveAttemptsPerSecond => Measured > TimeSpan.Zero ? Live.Attempts / Measured.TotalSeconds : 0;
}
