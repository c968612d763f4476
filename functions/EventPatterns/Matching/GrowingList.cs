namespace Firetiger.EventPatterns.Matching;

/// <summary>A list that keeps its memory when it is cleared and shows its items without a copy.</summary>
/// <typeparam name="T">What it holds.</typeparam>
internal sealed class GrowingList<T>
    where T : unmanaged
{
    private T[] _items = new T[8];

    public int Count { get; private set; }

    /// <summary>Gets how many items it has memory for.</summary>
    public int Capacity => _items.Length;

    public Span<T> Items => _items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    public void Insert(int index, T item)
    {
        Add(item);
        Items[index..^1].CopyTo(Items[(index + 1)..]);
        Items[index] = item;
    }

    public T RemoveLast() => _items[--Count];

    public void Clear() => Count = 0;
}
