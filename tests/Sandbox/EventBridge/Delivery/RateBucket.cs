using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>The invocations per second of one API destination, whoever sends: what is over the rate waits.</summary>
internal sealed class RateBucket(SandboxClock clock)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _nextSlot = DateTimeOffset.MinValue;

    /// <summary>Takes the next free slot.</summary>
    /// <param name="perSecond">The rate; it may change from call to call. After a pause one second's worth may go at once.</param>
    /// <param name="longest">The longest wait worth its slot.</param>
    /// <returns>The wait until the slot on the real clock, or <see langword="null"/> and no slot taken if that is too long.</returns>
    public TimeSpan? Reserve(int perSecond, TimeSpan longest)
    {
        var second = clock.Compress(TimeSpan.FromSeconds(1));
        var spacing = second / perSecond;
        lock (_lock)
        {
            var now = clock.Now;
            var earliest = now - second + spacing;
            var slot = _nextSlot > earliest ? _nextSlot : earliest;
            var wait = slot > now ? slot - now : TimeSpan.Zero;
            if (wait > longest)
            {
                return null;
            }

            _nextSlot = slot + spacing;
            return wait;
        }
    }
}
