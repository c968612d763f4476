namespace Firetiger.PatternValidator.Protocol;

/// <summary>How one attempt to deliver a response ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Reason">Why it did not succeed, in words fit for a log; empty if it did.</param>
internal sealed record Delivery(DeliveryOutcome Outcome, string Reason);
