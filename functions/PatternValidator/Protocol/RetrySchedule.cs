namespace Firetiger.PatternValidator.Protocol;

/// <summary>How long to wait between attempts: a quarter of a second, doubling, up to half of it taken off by chance.</summary>
internal static class RetrySchedule
{
    /// <summary>The most attempts of one invocation; Lambda makes two more invocations.</summary>
    public const int MaximumAttempts = 6;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);

    /// <summary>Gives the wait after a failed attempt.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="jitter">From 0 (the full wait) to 1 (half of it).</param>
    /// <returns>The wait, or <see langword="null"/> when there were attempts enough.</returns>
    public static TimeSpan? After(int attempt, double jitter) =>
        attempt < MaximumAttempts ? First * Math.Pow(2, attempt - 1) * (1 - (jitter / 2)) : null;
}
