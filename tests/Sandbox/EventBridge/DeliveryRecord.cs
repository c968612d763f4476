namespace Firetiger.Sandbox.EventBridge;

/// <summary>One line of the <see cref="DeliveryJournal"/>.</summary>
/// <param name="At">When, on the real clock.</param>
/// <param name="RuleArn">The rule, or empty for an event sent to a bus that does not exist.</param>
/// <param name="TargetArn">The target, or the missing bus.</param>
/// <param name="EventId">The <c>id</c> in the body as the target gets it, else the event's own: a redriven copy counts as its original.</param>
/// <param name="Step">What happened.</param>
/// <param name="Reason">An error code and its text, where the step is a failure.</param>
internal sealed record DeliveryRecord(
    DateTimeOffset At,
    string RuleArn,
    string TargetArn,
    string EventId,
    DeliveryStep Step,
    string? Reason
);
