using System.Runtime.InteropServices;

namespace Firetiger.EventPatterns.Matching;

/// <summary>Remembers which choices led nowhere. It keeps its memory when it is cleared.</summary>
internal sealed class FailedChoices
{
    private readonly GrowingList<int> _keys = new();
    private int[] _slots = new int[256];
    private int _count;

    /// <summary>Gets how much memory it has.</summary>
    public int Capacity => _keys.Capacity;

    public bool Contains(ReadOnlySpan<int> key) => _slots[SlotOf(key)] != 0;

    public void Add(ReadOnlySpan<int> key)
    {
        int slot = SlotOf(key);
        if (_slots[slot] != 0)
        {
            return;
        }

        _slots[slot] = _keys.Count + 1;
        _keys.Add(key.Length);
        foreach (int part in key)
        {
            _keys.Add(part);
        }

        _count++;
        if (_count * 2 > _slots.Length)
        {
            Grow();
        }
    }

    public void Clear()
    {
        _keys.Clear();
        _slots.AsSpan().Clear();
        _count = 0;
    }

    private int SlotOf(ReadOnlySpan<int> key)
    {
        HashCode hash = default;
        hash.AddBytes(MemoryMarshal.AsBytes(key));
        int slot = hash.ToHashCode() & (_slots.Length - 1);
        while (_slots[slot] != 0 && !KeyAt(_slots[slot] - 1).SequenceEqual(key))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private ReadOnlySpan<int> KeyAt(int offset) => _keys.Items.Slice(offset + 1, _keys.Items[offset]);

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (int offset = 0; offset < _keys.Count; offset += _keys.Items[offset] + 1)
        {
            _slots[SlotOf(KeyAt(offset))] = offset + 1;
        }
    }
}
