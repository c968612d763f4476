namespace Firetiger.DlqRedriver.Policy;

/// <summary>What a rule did with its target in the gate's window.</summary>
/// <param name="Attempts">The sum of <c>InvocationAttempts</c>, retries included.</param>
/// <param name="Successes">The sum of <c>SuccessfulInvocationAttempts</c>.</param>
internal sealed record RuleInvocations(double Attempts, double Successes)
{
    /// <summary>A rule that did nothing.</summary>
    public static readonly RuleInvocations None = new(0, 0);
}
