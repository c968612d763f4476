namespace Firetiger.DlqRedriver.Health;

/// <summary>Whose metrics tell how things are.</summary>
/// <param name="LiveRule">The rule of live events.</param>
/// <param name="RedriveRule">The rule of copies.</param>
/// <param name="DeadLetterQueueName">The dead-letter queue.</param>
/// <param name="QuarantineQueueName">The quarantine queue.</param>
internal sealed record MetricNames(
    RuleName LiveRule,
    RuleName RedriveRule,
    string DeadLetterQueueName,
    string QuarantineQueueName
);
