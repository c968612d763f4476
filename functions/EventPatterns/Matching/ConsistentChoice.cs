namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// Looks for one scalar for each condition of a branch such that no two stand in different elements of one array. Conditions are decided
/// in ascending order of their paths, as EventBridge does: a condition that a missing field satisfies asks whether any scalar agrees with
/// what has been chosen before it, so the order is part of the language.
/// </summary>
internal sealed class ConsistentChoice(MatchState state)
{
    private const int NotChosen = -1;

    /// <summary>Most events are decided before remembering would pay.</summary>
    private const int RememberAfter = 64;

    /// <summary>
    /// Only an event made for it takes more steps: arrays whose names interleave in the order of paths. It then matches nothing, rather than
    /// keep the caller.
    /// </summary>
    private const int MaximumFailures = 1_000_000;

    /// <summary>Memory for more arrays or remembered choices than this is not kept.</summary>
    private const int KeptItems = 65_536;

    private readonly GrowingList<int> _trail = new();
    private readonly GrowingList<int> _key = new();
    private readonly FailedChoices _failed = new();
    private Condition[] _branch = [];
    private int[] _chosen = [];
    private int[] _lastUse = [];
    private int _failures;
    private int _allFailures;

    /// <summary>Gets a value indicating whether it takes little memory.</summary>
    public bool IsSmall => _chosen.Length <= KeptItems && _failed.Capacity <= KeptItems;

    /// <summary>Begins with a new event. The limit of steps is for all branches of a pattern together.</summary>
    public void Reset() => _allFailures = 0;

    /// <summary>Tells whether there is such a choice.</summary>
    /// <param name="branch">The conditions.</param>
    /// <returns><see langword="true"/> if there is.</returns>
    public bool Exists(Condition[] branch)
    {
        Begin(branch);
        return Decide(0);
    }

    private void Begin(Condition[] branch)
    {
        _branch = branch;
        _failures = 0;
        _trail.Clear();
        if (_chosen.Length < state.ArrayCount)
        {
            _chosen = new int[state.ArrayCount * 2];
            _lastUse = new int[state.ArrayCount * 2];
        }

        _chosen.AsSpan(0, state.ArrayCount).Fill(NotChosen);
    }

    private bool Decide(int depth)
    {
        if (depth == _branch.Length)
        {
            return true;
        }

        if (_allFailures >= MaximumFailures || (_failures > RememberAfter && _failed.Contains(Key(depth))))
        {
            return false;
        }

        if (ChooseScalar(depth) || (IsAbsent(_branch[depth]) && Decide(depth + 1)))
        {
            return true;
        }

        Remember(depth);
        return false;
    }

    private bool ChooseScalar(int depth)
    {
        ReadOnlySpan<int> places = state.Matched(_branch[depth]);
        for (int index = NextAgreeing(places, 0); index >= 0; index = NextAgreeing(places, index + 1))
        {
            int mark = _trail.Count;
            Choose(places[index]);
            if (Decide(depth + 1))
            {
                return true;
            }

            Undo(mark);
        }

        return false;
    }

    private bool IsAbsent(Condition condition) =>
        condition.MatchesAbsence && NextAgreeing(state.Present(condition), 0) < 0;

    /// <summary>
    /// Finds the next place that agrees with what has been chosen. What lies in the wrong elements of an array is passed over at once, because
    /// the places of an element, and those of an array, follow each other.
    /// </summary>
    private int NextAgreeing(ReadOnlySpan<int> places, int index)
    {
        while (index < places.Length)
        {
            int next = NextPossible(places[index]);
            if (next == places[index])
            {
                return index;
            }

            int found = places[index..].BinarySearch(next);
            index += found < 0 ? ~found : found;
        }

        return -1;
    }

    /// <summary>Gets the place itself if it agrees, otherwise the first one that may.</summary>
    private int NextPossible(int place)
    {
        for (int at = place; at > 0; )
        {
            (int parent, int array) = state.PlaceOf(at);
            int chosen = _chosen[array];
            if (chosen != NotChosen && chosen != at)
            {
                return at < chosen ? chosen : state.LastPlaceOf(array) + 1;
            }

            at = parent;
        }

        return place;
    }

    private void Choose(int place)
    {
        for (int at = place; at > 0; )
        {
            (int parent, int array) = state.PlaceOf(at);
            if (_chosen[array] == NotChosen)
            {
                _chosen[array] = at;
                _trail.Add(array);
            }

            at = parent;
        }
    }

    private void Undo(int mark)
    {
        while (_trail.Count > mark)
        {
            _chosen[_trail.RemoveLast()] = NotChosen;
        }
    }

    private void Remember(int depth)
    {
        _failures++;
        _allFailures++;
        if (_failures == RememberAfter)
        {
            _failed.Clear();
            FindLastUses();
        }

        if (_failures > RememberAfter)
        {
            _failed.Add(Key(depth));
        }
    }

    /// <summary>
    /// Names what the decisions from a depth on depend on: the elements chosen of arrays that still matter. Without it, independent arrays
    /// would multiply.
    /// </summary>
    private ReadOnlySpan<int> Key(int depth)
    {
        _key.Clear();
        _key.Add(depth);
        foreach (int array in _trail.Items)
        {
            if (_lastUse[array] >= depth)
            {
                _key.Add(array);
            }
        }

        int arrays = _key.Count;
        _key.Items[1..].Sort();
        for (int index = 1; index < arrays; index++)
        {
            _key.Add(_chosen[_key.Items[index]]);
        }

        return _key.Items;
    }

    private void FindLastUses()
    {
        _lastUse.AsSpan(0, state.ArrayCount).Clear();
        for (int depth = 0; depth < _branch.Length; depth++)
        {
            Mark(state.Matched(_branch[depth]), depth);
            Mark(state.Present(_branch[depth]), depth);
        }
    }

    private void Mark(ReadOnlySpan<int> places, int depth)
    {
        foreach (int place in places)
        {
            for (int at = place; at > 0; at = state.PlaceOf(at).Parent)
            {
                _lastUse[state.PlaceOf(at).Array] = depth;
            }
        }
    }
}
