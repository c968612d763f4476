namespace Firetiger.Sandbox.EventBridge.Resources;

/// <summary>How long a target is tried; the limit that is reached first ends it.</summary>
/// <param name="MaximumRetryAttempts">Attempts after the first: 0 to 185.</param>
/// <param name="MaximumEventAge">60 seconds to 24 hours, counted from the arrival of the event.</param>
internal sealed record RetryPolicy(int MaximumRetryAttempts, TimeSpan MaximumEventAge)
{
    public const int MostAttempts = 185;
    public const int LeastAgeSeconds = 60;
    public const int MostAgeSeconds = 86_400;
}
