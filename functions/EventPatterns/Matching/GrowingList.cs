namespace Firetiger.EventPatterns.Matching;

/// <summary>A list that keeps its memory when it is cleared and shows its items without a copy.</summary>
/// <typeparam name="T">What it holds.</typeparam>
internal sealed class GrowingList<T>
    where T : unmanaged
{
    private T[] _items = new T[8];

    public int Count { get; private set; }

    public Span<T> Items => _items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    public T RemoveLast() => _items[--Count];

    public void Clear() => Count = 0;
}
