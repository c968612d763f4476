namespace Firetiger.DlqRedriver.Policy;

/// <summary>What both rules met at the one destination.</summary>
/// <param name="Live">The rule of live events.</param>
/// <param name="Redrive">The rule of copies.</param>
/// <param name="Window">The time that they were looked at for.</param>
internal sealed record DestinationHealth(RuleInvocations Live, RuleInvocations Redrive, TimeSpan Window)
{
    /// <summary>Gets the requests per second that live events took of the destination's rate.</summary>
    public double LiveAttemptsPerSecond => Live.Attempts / Window.TotalSeconds;
}
