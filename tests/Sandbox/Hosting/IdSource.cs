namespace Firetiger.Sandbox.Hosting;

/// <summary>Ids and jitter from one seed. Safe for concurrent use.</summary>
internal sealed class IdSource(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();

    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (_lock)
        {
            _random.NextBytes(bytes);
        }

        return new Guid(bytes);
    }

    /// <summary>Gives a number of at least 0 and below 1.</summary>
    /// <returns>The number.</returns>
    public double NextDouble()
    {
        lock (_lock)
        {
            return _random.NextDouble();
        }
    }
}
