namespace Firetiger.RedriveSimulation.World;

/// <summary>Every live event of a simulation, by its number.</summary>
internal sealed class EventTable
{
    private TrackedEvent[] _events = new TrackedEvent[1 << 16];

    /// <summary>Gets how many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Gets them in the order of their birth.</summary>
    public ReadOnlySpan<TrackedEvent> All => _events.AsSpan(0, Count);

    /// <summary>An event, to be changed in place. Not to be held over <see cref="Add"/>.</summary>
    /// <param name="id">Its number.</param>
    public ref TrackedEvent this[int id] => ref _events[id];

    /// <summary>Adds one.</summary>
    /// <param name="born">When it was put on the live bus.</param>
    /// <param name="isPoison">Whether the destination refuses it for ever.</param>
    /// <returns>Its number.</returns>
    public int Add(double born, bool isPoison)
    {
        if (Count == _events.Length)
        {
            Array.Resize(ref _events, 2 * Count);
        }

        _events[Count] = new TrackedEvent
        {
            Born = born,
            Offered = born,
            IsPoison = isPoison,
        };
        return Count++;
    }
}
