namespace Firetiger.DlqRedriver.Messages;

/// <summary>What an event carries with it through every copy, because nothing else stores it.</summary>
/// <param name="Attempt">Copies sent that count against the limit, 0 or more.</param>
/// <param name="Probe">Copies sent to learn whether the destination works, 0 or more.</param>
/// <param name="FirstDeadLetteredAt">When the event first reached the dead-letter queue.</param>
internal sealed record RedriveCounts(int Attempt, int Probe, DateTimeOffset FirstDeadLetteredAt)
{
    /// <summary>Larger counts are read as this one: far over every limit, and safe to add to.</summary>
    public const int LargestCount = 1_000_000;
}
