namespace Firetiger.DlqRedriver.Policy;

/// <summary>What both rules met at the one destination.</summary>
/// <param name="Live">The rule of live events.</param>
/// <param name="Redrive">The rule of copies.</param>
/// <param name="Window">The time that they were looked at for.</param>
/// <param name="LiveMeasured">
/// The part of it of which CloudWatch has counts of live events: a minute without any has none, nor has one whose metrics are late.
/// </param>
internal sealed record DestinationHealth(
    RuleInvocations Live,
    RuleInvocations Redrive,
    TimeSpan Window,
    TimeSpan LiveMeasured
)
{
    /// <summary>
    /// Gets the requests per second that live events took of the destination's rate, while there were any: rather too many than too
    /// few, for what is late is not nothing.
    /// </summary>
    public double LiveAttemptsPerSecond => LiveMeasured > TimeSpan.Zero ? Live.Attempts / LiveMeasured.TotalSeconds : 0;
}
