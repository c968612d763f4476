namespace Firetiger.DlqRedriver.Policy;

/// <summary>How long a dead-lettered event rests before its next copy is sent.</summary>
internal static class Backoff
{
    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    // An event refused for want of a permission or a resource waits for a human: 15 minutes with the default base.
    private const int ConfigurationFactor = 3;

    /// <summary>When the next copy is due, counted from when the message was sent to the dead-letter queue.</summary>
    /// <param name="attempt">Copies sent so far: 0 or more.</param>
    /// <param name="errorClass">Why the last delivery failed.</param>
    /// <param name="messageId">Spreads the messages of one outage; the same message always waits the same time.</param>
    /// <param name="backoffBase">The wait at attempt 0 before jitter.</param>
    /// <returns>From three quarters of base × 2^attempt to the whole of it, never over <see cref="Longest"/>.</returns>
    public static TimeSpan After(int attempt, ErrorClass errorClass, string messageId, TimeSpan backoffBase)
    {
        var seconds = backoffBase.TotalSeconds * Math.Pow(2, Math.Min(attempt, 20));
        if (errorClass == ErrorClass.Configuration)
        {
            seconds = Math.Max(seconds, backoffBase.TotalSeconds * ConfigurationFactor);
        }

        return TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds) * Jitter(messageId));
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static double Jitter(string messageId)
    {
        var hash = 2166136261u;
        foreach (var character in messageId)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return 0.75 + (hash / (double)uint.MaxValue * 0.25);
    }
}
