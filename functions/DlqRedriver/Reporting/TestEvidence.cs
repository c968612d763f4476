using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Reporting;

/// <summary>What is known of a delivery test that is in neither queue.</summary>
/// <param name="Deliveries">What CloudWatch shows of the redrive rule since it was sent.</param>
/// <param name="IsAlone">Whether these can only be the test's own.</param>
/// <param name="IsOver">Whether EventBridge is through with it, and CloudWatch has had the time to say so.</param>
/// <param name="Others">What EventBridge says of the messages that wait.</param>
internal sealed record TestEvidence(
    RuleInvocations Deliveries,
    bool IsAlone,
    bool IsOver,
    IReadOnlyList<DeadLetterAttributes> Others
)
{
    /// <summary>
    /// Gets a value indicating whether it arrived: something did, nothing failed, and it was the test, or the test would have come back
    /// by now.
    /// </summary>
    public bool ShowsArrival =>
        (IsAlone || IsOver) && Deliveries.Successes > 0 && Deliveries.Successes >= Deliveries.Attempts;

    /// <summary>Gets what most of the messages that wait failed for, or null when none waits.</summary>
    public DeadLetterAttributes? MostOthers =>
        Others.GroupBy(other => (other.HttpStatus, other.ErrorCode)).MaxBy(group => group.Count())?.First();
}
