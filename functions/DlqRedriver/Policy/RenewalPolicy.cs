namespace Firetiger.DlqRedriver.Policy;

/// <summary>When a message is sent again to its own queue, because SQS deletes it unseen when its retention ends.</summary>
internal static class RenewalPolicy
{
    // Three days of SQS's longest retention, fourteen: time for a run to find every message of a long queue.
    private const double LastPart = 3.0 / 14;

    /// <summary>The age from which a message is renewed.</summary>
    /// <param name="retention">The queue's MessageRetentionPeriod, 60 s to 14 days.</param>
    /// <returns>Less than the retention.</returns>
    public static TimeSpan RenewFrom(TimeSpan retention) => retention * (1 - LastPart);
}
