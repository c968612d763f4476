namespace Firetiger.DlqRedriver.Policy;

/// <summary>How many copies a run may send. The destination's rate is one bucket that live events share.</summary>
internal static class RunBudget
{
    // What live events leave is not used up to the last request: their rate changes while a run's copies are delivered.
    private const double Usable = 0.9;

    /// <summary>A run's budget.</summary>
    /// <param name="share">The part of the rate left to redriven events, over 0 to 1.</param>
    /// <param name="ratePerSecond">The destination's rate, 1 or more.</param>
    /// <param name="liveAttemptsPerSecond">What live events took of it lately, retries included; 0 when not known.</param>
    /// <param name="interval">The time until the next run.</param>
    /// <returns>At least 1, so that a queue always drains.</returns>
    public static int ForRun(double share, int ratePerSecond, double liveAttemptsPerSecond, TimeSpan interval)
    {
        var perSecond = Math.Min(share * ratePerSecond, (Usable * ratePerSecond) - liveAttemptsPerSecond);
        return (int)Math.Clamp(perSecond * interval.TotalSeconds, 1, int.MaxValue);
    }
}
