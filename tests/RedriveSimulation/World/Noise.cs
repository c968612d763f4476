namespace Firetiger.RedriveSimulation.World;

/// <summary>
/// Randomness that belongs to what it is for, not to the order of calls: two simulations with one seed have the same live events
/// and the same jitter, whoever redrives, and can be compared event by event.
/// </summary>
/// <param name="seed">The seed.</param>
internal sealed class Noise(int seed)
{
    private readonly Random _arrivals = new(seed);

    /// <summary>The time to the next live event: exponential, so that arrivals are Poisson's.</summary>
    /// <param name="perSecond">Over 0.</param>
    /// <returns>Seconds.</returns>
    public double Gap(double perSecond) => -Math.Log(1 - _arrivals.NextDouble()) / perSecond;

    /// <summary>A number for one choice.</summary>
    /// <param name="id">Whose choice.</param>
    /// <param name="choice">Which of its choices.</param>
    /// <returns>At least 0 and below 1.</returns>
    public double Of(int id, int choice)
    {
        // SplitMix64's finalizer.
        unchecked
        {
            var mixed = (((ulong)(uint)seed << 48) ^ ((ulong)(uint)choice << 32) ^ (uint)id) + 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) / (double)(1UL << 53);
        }
    }
}
