namespace Firetiger.RedriveSimulation.World;

/// <summary>The invocations per second of one destination, whoever sends: what is over the rate waits its turn.</summary>
/// <param name="perSecond">The rate.</param>
internal sealed class RateBucket(int perSecond)
{
    private readonly double _spacing = 1.0 / perSecond;
    private double _nextSlot = double.NegativeInfinity;

    /// <summary>Takes the next free slot, unless it is too late.</summary>
    /// <param name="now">The time; after a pause one second's worth may go at once.</param>
    /// <param name="deadline">The latest slot worth taking.</param>
    /// <returns>When, or null when that would be after the deadline; then no slot is taken.</returns>
    public double? Reserve(double now, double deadline)
    {
        var slot = Math.Max(_nextSlot, now - 1 + _spacing);
        if (slot > deadline)
        {
            return null;
        }

        _nextSlot = slot + _spacing;
        return Math.Max(slot, now);
    }
}
