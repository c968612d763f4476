using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>The time an event has left. The age of an event goes by as fast as the waits between its retries.</summary>
internal sealed class EventAge(SandboxClock clock, TimeSpan maximum)
{
    private readonly long _arrived = clock.Time.GetTimestamp();

    /// <summary>Gets what is left on the real clock; not negative.</summary>
    public TimeSpan Left
    {
        get
        {
            var left = clock.Compress(maximum) - clock.Time.GetElapsedTime(_arrived);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Waits, but not beyond the maximum age.</summary>
    /// <param name="wait">How long, on the real clock.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns><see langword="true"/> if the event may still be delivered after it.</returns>
    public async Task<bool> SurvivesAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        var left = Left;
        await Task.Delay(wait < left ? wait : left, clock.Time, cancellationToken);
        return wait < left;
    }
}
