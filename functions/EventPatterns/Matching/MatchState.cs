namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// What one event says to the conditions of a pattern. Each scalar found stands in a <em>place</em>: the chain of array elements around it,
/// 0 for none. One state is kept for each thread and used again.
/// </summary>
internal sealed class MatchState
{
    /// <summary>A state that had to grow beyond this is not kept.</summary>
    private const int KeptConditions = 4096;

    [ThreadStatic]
    private static MatchState? s_kept;

    private readonly List<IntList> _matched = [];
    private readonly List<IntList> _present = [];
    private readonly IntList _placeParent = new();
    private readonly IntList _placeArray = new();
    private readonly IntList _placeElement = new();

    public int ArrayCount { get; private set; }

    /// <summary>Gets a value indicating whether any scalar stands within an element of an array.</summary>
    public bool HasElements => _placeParent.Count > 1;

    /// <summary>Gets the bytes into which strings are unescaped.</summary>
    public byte[] Unescaped { get; private set; } = new byte[256];

    public static MatchState Rent(int conditions)
    {
        MatchState state = s_kept ?? new MatchState();
        s_kept = null;
        state.Reset(conditions);
        return state;
    }

    public static void Return(MatchState state) => s_kept = state._matched.Count <= KeptConditions ? state : null;

    public Span<byte> UnescapedOf(int length)
    {
        if (Unescaped.Length < length)
        {
            Unescaped = new byte[length * 2];
        }

        return Unescaped;
    }

    public int BeginArray() => ArrayCount++;

    /// <summary>Makes the place of an array's element.</summary>
    /// <param name="array">The array.</param>
    /// <param name="element">The element's index.</param>
    /// <param name="around">The place of the array itself.</param>
    /// <returns>The place.</returns>
    public int Place(int array, int element, int around)
    {
        _placeParent.Add(around);
        _placeArray.Add(array);
        _placeElement.Add(element);
        return _placeParent.Count - 1;
    }

    public int ParentOf(int place) => _placeParent[place];

    public int ArrayOf(int place) => _placeArray[place];

    public int ElementOf(int place) => _placeElement[place];

    public void Add(Condition condition, in EventScalar value, int place)
    {
        if (condition.MatchesAbsence)
        {
            AddOnce(_present[condition.Index], place);
        }

        if (condition.Matches(value))
        {
            AddOnce(_matched[condition.Index], place);
        }
    }

    /// <summary>Gets the places of the scalars that satisfy a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The places, in the order of the event.</returns>
    public ReadOnlySpan<int> Matched(Condition condition) => _matched[condition.Index].Items;

    /// <summary>Gets the places of all scalars at a condition's path, if absence would satisfy it.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The places, in the order of the event.</returns>
    public ReadOnlySpan<int> Present(Condition condition) => _present[condition.Index].Items;

    /// <summary>Tells whether a condition can hold as far as its own path goes.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns><see langword="false"/> when nothing satisfies it, whatever is chosen elsewhere.</returns>
    public bool CanDecide(Condition condition) =>
        !Matched(condition).IsEmpty || (condition.MatchesAbsence && (HasElements || Present(condition).IsEmpty));

    private static void AddOnce(IntList places, int place)
    {
        if (places.Count == 0 || places[places.Count - 1] != place)
        {
            places.Add(place);
        }
    }

    private void Reset(int conditions)
    {
        for (int index = 0; index < conditions; index++)
        {
            if (index == _matched.Count)
            {
                _matched.Add(new IntList());
                _present.Add(new IntList());
            }

            _matched[index].Clear();
            _present[index].Clear();
        }

        _placeParent.Clear();
        _placeArray.Clear();
        _placeElement.Clear();
        ArrayCount = 0;
        Place(array: -1, element: -1, around: -1);
    }
}
