using Firetiger.DlqRedriver.Queues;

namespace Firetiger.DlqRedriver.Policy;

/// <summary>When a message is sent again to its own queue, because SQS deletes it unseen when its retention ends.</summary>
internal static class RenewalPolicy
{
    // Three days of SQS's longest retention, fourteen: time for a run to find every message of a long queue.
    private const double LastPart = 3.0 / 14;

    // e to the power of -20 is two in a thousand million.
    private const double LooksPerMessage = 20;

    /// <summary>The age from which a message is renewed.</summary>
    /// <param name="retention">The queue's MessageRetentionPeriod, 60 s to 14 days.</param>
    /// <returns>Less than the retention.</returns>
    public static TimeSpan RenewFrom(TimeSpan retention) => retention * (1 - LastPart);

    /// <summary>
    /// How many messages in a row must be young before a run takes the old ones for renewed. SQS says nothing of its order: were it
    /// chance, the looks that are left for a message before it is deleted would miss two in a thousand million.
    /// </summary>
    /// <param name="visible">The messages that may be received.</param>
    /// <param name="retention">The queue's MessageRetentionPeriod, 60 s to 14 days.</param>
    /// <param name="interval">The time until the next run.</param>
    /// <returns>A page at least, and more than there are where runs are few.</returns>
    public static int YoungInARow(int visible, TimeSpan retention, TimeSpan interval)
    {
        var runsLeft = Math.Max(1, retention * LastPart / interval);
        return (int)Math.Clamp(visible * LooksPerMessage / runsLeft, MessageQueue.PageSize, int.MaxValue);
    }
}
