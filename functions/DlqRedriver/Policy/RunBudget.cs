namespace Firetiger.DlqRedriver.Policy;

/// <summary>How many copies a run may send. The destination's rate is one bucket that live events share.</summary>
internal static class RunBudget
{
    /// <summary>A run's budget.</summary>
    /// <param name="share">The part of the rate left to redriven events, over 0 to 1.</param>
    /// <param name="ratePerSecond">The destination's rate, 1 or more.</param>
    /// <param name="interval">The time until the next run.</param>
    /// <returns>At least 1, so that a queue always drains.</returns>
    public static int ForRun(double share, int ratePerSecond, TimeSpan interval) =>
        (int)Math.Clamp(share * ratePerSecond * interval.TotalSeconds, 1, int.MaxValue);
}
