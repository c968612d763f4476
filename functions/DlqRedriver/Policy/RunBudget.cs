namespace Firetiger.DlqRedriver.Policy;

/// <summary>How many copies a run may send. The destination's rate is one bucket that live events share.</summary>
internal static class RunBudget
{
    // What live events leave is not used up to the last request: their rate changes while a run's copies are delivered.
    private const double Usable = 0.9;

    // Beyond five standard deviations live traffic has changed and is no chance. The variance of what comes in an interval is that of
    // a Poisson process, and what was measured over a window of twice the interval, as at the defaults, varies half as much again.
    private const double Deviations = 5;
    private const double Variances = 1.5;

    /// <summary>A run's budget.</summary>
    /// <param name="share">The part of the rate left to redriven events, over 0 to 1.</param>
    /// <param name="ratePerSecond">The destination's rate, 1 or more.</param>
    /// <param name="liveAttemptsPerSecond">What live events took of it lately, retries included; 0 when not known.</param>
    /// <param name="interval">The time until the next run.</param>
    /// <returns>At least 1, so that a queue always drains.</returns>
    public static int ForRun(double share, int ratePerSecond, double liveAttemptsPerSecond, TimeSpan interval)
    {
        var perSecond = Math.Min(
            Math.Min(share * ratePerSecond, (Usable * ratePerSecond) - liveAttemptsPerSecond),
            ThroughBeforeLate(share, ratePerSecond, liveAttemptsPerSecond, interval)
        );
        return (int)Math.Clamp(perSecond * interval.TotalSeconds, 1, int.MaxValue);
    }

    // A live event waits for this run's copies and for what is left of the last run's: copies + (copies + live - rate). To be at most
    // share × rate it takes copies of at most half of (1 + share) × rate - live, however many live events come by chance.
    private static double ThroughBeforeLate(double share, int rate, double live, TimeSpan interval)
    {
        var liveAtMost = live + (Deviations * Math.Sqrt(Variances * live / interval.TotalSeconds));
        return (((1 + share) * rate) - liveAtMost) / 2;
    }
}
