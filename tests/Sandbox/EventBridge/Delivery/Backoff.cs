namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>
/// The waits between attempts. AWS says "exponential backoff with jitter" and no more; a dead-lettered message seen in
/// the wild had been retried 129 times in 24 hours, and these waits come to the same.
/// </summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(900);

    /// <summary>Computes a wait.</summary>
    /// <param name="retries">The retries so far: 0 before the first.</param>
    /// <param name="jitter">At least 0 and below 1.</param>
    /// <returns>Half to all of the doubled wait, on AWS's clock.</returns>
    public static TimeSpan Before(int retries, double jitter)
    {
        var whole = retries < 10 ? First * Math.Pow(2, retries) : Longest;
        return (whole < Longest ? whole : Longest) * (0.5 + (jitter / 2));
    }
}
