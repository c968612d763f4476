namespace Firetiger.EventPatterns.Matching;

/// <summary>A list of numbers that keeps its memory when it is cleared.</summary>
internal sealed class IntList
{
    private int[] _items = new int[8];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    public int this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    public void Add(int item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    public int RemoveLast() => _items[--Count];

    public void Clear() => Count = 0;
}
