namespace Firetiger.DlqRedriver.Reporting;

/// <summary>How often a run decided alike.</summary>
/// <param name="Decision">What: Send, Probe, Wait or Quarantine.</param>
/// <param name="ErrorCode">Why the last delivery failed, or null when the message does not say.</param>
/// <param name="HttpStatus">What the destination answered then, or null when it is not known.</param>
/// <param name="ErrorClass">What the code says about trying again.</param>
/// <param name="Count">Messages.</param>
internal sealed record DecisionCount(string Decision, string? ErrorCode, int? HttpStatus, string ErrorClass, int Count);
