using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Health;

/// <summary>What CloudWatch said before a run.</summary>
/// <param name="Health">What the rules met, or null when CloudWatch could not be asked.</param>
/// <param name="OldestDeadLetter">The age of the dead-letter queue's oldest message, or null when it is not known.</param>
/// <param name="OldestQuarantined">The age of the quarantine queue's oldest message, or null when it is not known.</param>
internal sealed record MetricsReading(
    DestinationHealth? Health,
    TimeSpan? OldestDeadLetter,
    TimeSpan? OldestQuarantined
);
