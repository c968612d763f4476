using Firetiger.DlqRedriver.Queues;

namespace Firetiger.DlqRedriver.Reporting;

/// <summary>How full a queue is, as far as SQS and CloudWatch know: both may be some minutes late.</summary>
/// <param name="Visible">Messages ready to be received.</param>
/// <param name="InFlight">Messages received and hidden: those that wait for their turn are among them.</param>
/// <param name="OldestAgeSeconds">The age of the oldest message in its queue, or null when it is not known.</param>
/// <param name="RetentionSeconds">How long SQS keeps a message. Older ones are renewed before.</param>
internal sealed record QueueReport(int Visible, int InFlight, long? OldestAgeSeconds, long RetentionSeconds)
{
    /// <summary>Makes it.</summary>
    /// <param name="state">What SQS says.</param>
    /// <param name="oldest">What CloudWatch says.</param>
    /// <returns>The report.</returns>
    public static QueueReport Of(QueueState state, TimeSpan? oldest) =>
        new(state.Visible, state.InFlight, (long?)oldest?.TotalSeconds, (long)state.Retention.TotalSeconds);
}
