namespace Firetiger.DlqRedriver.Reporting;

/// <summary>Both queues.</summary>
/// <param name="DeadLetter">The dead-letter queue.</param>
/// <param name="Quarantine">The quarantine queue.</param>
internal sealed record QueuesReport(QueueReport DeadLetter, QueueReport Quarantine);
