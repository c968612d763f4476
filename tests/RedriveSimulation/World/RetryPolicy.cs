namespace Firetiger.RedriveSimulation.World;

/// <summary>How often and how long EventBridge tries a rule's target.</summary>
/// <param name="MaximumRetryAttempts">Retries after the first attempt.</param>
/// <param name="MaximumEventAge">Seconds since the event was put on the bus.</param>
internal sealed record RetryPolicy(int MaximumRetryAttempts, double MaximumEventAge)
{
    /// <summary>EventBridge's own longest, which the live rule has.</summary>
    public static readonly RetryPolicy Live = new(185, 86_400);

    private const double LongestBackoff = 900;

    /// <summary>The redrive rule's: a copy's fate must be known before the next decision about it.</summary>
    /// <param name="interval">The time between two runs.</param>
    /// <returns>The template's policy.</returns>
    public static RetryPolicy ForCopies(TimeSpan interval) => new(2, Math.Max(900, 3 * interval.TotalSeconds));

    /// <summary>The wait before a retry: the sandbox's curve, with which a day has about 130 retries, as seen in the wild.</summary>
    /// <param name="retries">The retries so far: 0 before the first.</param>
    /// <param name="jitter">At least 0 and below 1.</param>
    /// <returns>Seconds: half to all of the doubled wait.</returns>
    public static double Backoff(int retries, double jitter) =>
        Math.Min(retries < 10 ? Math.Pow(2, retries) : LongestBackoff, LongestBackoff) * (0.5 + (jitter / 2));
}
