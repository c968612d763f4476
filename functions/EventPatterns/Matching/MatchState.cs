namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// What one event says to the conditions of a pattern. Each scalar found stands in a <see cref="Place"/>: the chain of array elements around
/// it, 0 for none. One state is kept for each thread and used again, so that matching allocates nothing once it has grown.
/// </summary>
internal sealed class MatchState
{
    /// <summary>A state with memory for more conditions, places or arrays than this is not kept.</summary>
    private const int KeptItems = 65_536;

    /// <summary>The same for the longest string with escapes, in bytes.</summary>
    private const int KeptBytes = 1024 * 1024;

    [ThreadStatic]
    private static MatchState? s_kept;

    private readonly GrowingList<Place> _places = new();
    private readonly GrowingList<int> _lastPlaces = new();
    private GrowingList<int>[] _matched = [];
    private GrowingList<int>[] _present = [];
    private int _conditions;
    private int _settled;
    private bool _asksForAbsence;

    private MatchState() => Choice = new ConsistentChoice(this);

    /// <summary>Gets the search for scalars that agree with each other.</summary>
    public ConsistentChoice Choice { get; }

    public int ArrayCount => _lastPlaces.Count;

    /// <summary>Gets a value indicating whether any scalar stands within an element of an array.</summary>
    public bool HasElements => _places.Count > 1;

    /// <summary>Gets a value indicating whether every condition holds whatever else the event says.</summary>
    public bool IsDecided => _settled == _conditions;

    private bool IsSmall =>
        _matched.Length <= KeptItems
        && _places.Capacity <= KeptItems
        && _lastPlaces.Capacity <= KeptItems
        && Unescaped.Length <= KeptBytes
        && Choice.IsSmall;

    /// <summary>Gets the bytes into which strings are unescaped.</summary>
    private byte[] Unescaped { get; set; } = new byte[256];

    public static MatchState Rent(int conditions, bool asksForAbsence)
    {
        MatchState state = s_kept ?? new MatchState();
        s_kept = null;
        state.Reset(conditions);
        state._asksForAbsence = asksForAbsence;
        return state;
    }

    public static void Return(MatchState state) => s_kept = state.IsSmall ? state : null;

    public Span<byte> UnescapedOf(int length)
    {
        if (Unescaped.Length < length)
        {
            Unescaped = new byte[Math.Max(length, Math.Min(length, KeptBytes) * 2)];
        }

        return Unescaped;
    }

    /// <summary>Begins an array.</summary>
    /// <returns>The array.</returns>
    public int BeginArray()
    {
        _lastPlaces.Add(0);
        return ArrayCount - 1;
    }

    /// <summary>Ends an array.</summary>
    /// <param name="array">The array.</param>
    public void EndArray(int array) => _lastPlaces.Items[array] = _places.Count - 1;

    /// <summary>Makes the place of an array's element. Places within an array follow each other without a gap.</summary>
    /// <param name="array">The array.</param>
    /// <param name="around">The place of the array itself.</param>
    /// <returns>The place.</returns>
    public int AddPlace(int array, int around)
    {
        _places.Add(new Place(around, array));
        return _places.Count - 1;
    }

    /// <summary>Gets the last place within an array.</summary>
    /// <param name="array">The array.</param>
    /// <returns>The place.</returns>
    public int LastPlaceOf(int array) => _lastPlaces.Items[array];

    public Place PlaceOf(int place) => _places.Items[place];

    /// <summary>Takes a scalar at the path of a condition into account.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="value">The scalar.</param>
    /// <param name="place">Where it stands.</param>
    public void Add(Condition condition, in EventScalar value, int place)
    {
        GrowingList<int> matched = _matched[condition.Index];
        if (IsSettled(matched))
        {
            return;
        }

        if (condition.MatchesAbsence)
        {
            AddInOrder(_present[condition.Index], place);
        }

        if (condition.Matches(value))
        {
            AddInOrder(matched, place);
            _settled += IsSettled(matched) ? 1 : 0;
        }
    }

    /// <summary>Gets the places of the scalars that satisfy a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The places, in ascending order.</returns>
    public ReadOnlySpan<int> Matched(Condition condition) => _matched[condition.Index].Items;

    /// <summary>Gets the places of all scalars at a condition's path, if absence would satisfy it.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The places, in ascending order.</returns>
    public ReadOnlySpan<int> Present(Condition condition) => _present[condition.Index].Items;

    /// <summary>Tells whether a condition can hold as far as its own path goes.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns><see langword="false"/> when nothing satisfies it, whatever is chosen elsewhere.</returns>
    public bool CanDecide(Condition condition) =>
        !Matched(condition).IsEmpty || (condition.MatchesAbsence && (HasElements || Present(condition).IsEmpty));

    /// <summary>
    /// A scalar outside all elements agrees with every other, and so does any scalar when there is but one condition. Where a field may have
    /// to be absent, though, one within an element can be the better choice: it rules out what stands in the others.
    /// </summary>
    private bool IsSettled(GrowingList<int> matched) =>
        matched.Count > 0 && (_conditions == 1 || (matched.Items[0] == 0 && !_asksForAbsence));

    private static void AddInOrder(GrowingList<int> places, int place)
    {
        if (places.Count == 0 || places.Items[^1] < place)
        {
            places.Add(place);
        }
        else if (places.Items.BinarySearch(place) is var found and < 0)
        {
            places.Insert(~found, place);
        }
    }

    private void Reset(int conditions)
    {
        Grow(conditions);
        for (int index = 0; index < conditions; index++)
        {
            _matched[index].Clear();
            _present[index].Clear();
        }

        _conditions = conditions;
        _settled = 0;
        _places.Clear();
        _lastPlaces.Clear();
        Choice.Reset();
        AddPlace(array: -1, around: -1);
    }

    private void Grow(int conditions)
    {
        int before = _matched.Length;
        if (before >= conditions)
        {
            return;
        }

        Array.Resize(ref _matched, conditions);
        Array.Resize(ref _present, conditions);
        for (int index = before; index < conditions; index++)
        {
            _matched[index] = new GrowingList<int>();
            _present[index] = new GrowingList<int>();
        }
    }
}
