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
    private const int MaximumFailures = 200_000;

    private readonly GrowingList<int> _trail = new();
    private readonly GrowingList<int> _key = new();
    private readonly FailedChoices _failed = new();
    private Condition[] _branch = [];
    private int[] _chosen = [];
    private int[] _lastUse = [];
    private int _failures;

    /// <summary>Tells whether there is such a choice.</summary>
    /// <param name="branch">The conditions.</param>
    /// <returns><see langword="true"/> if there is.</returns>
    public bool Exists(Condition[] branch)
    {
        Reset(branch);
        return Decide(0);
    }

    private void Reset(Condition[] branch)
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

        if (_failures >= MaximumFailures || (_failures > RememberAfter && _failed.Contains(Key(depth))))
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
        foreach (int place in state.Matched(_branch[depth]))
        {
            int mark = _trail.Count;
            if (TryChoose(place) && Decide(depth + 1))
            {
                return true;
            }

            Undo(mark);
        }

        return false;
    }

    private bool IsAbsent(Condition condition)
    {
        if (!condition.MatchesAbsence)
        {
            return false;
        }

        foreach (int place in state.Present(condition))
        {
            int mark = _trail.Count;
            bool agrees = TryChoose(place);
            Undo(mark);
            if (agrees)
            {
                return false;
            }
        }

        return true;
    }

    private bool TryChoose(int place)
    {
        for (int at = place; at > 0; )
        {
            (int parent, int array, int element) = state.PlaceOf(at);
            if (_chosen[array] == NotChosen)
            {
                _chosen[array] = element;
                _trail.Add(array);
            }
            else if (_chosen[array] != element)
            {
                return false;
            }

            at = parent;
        }

        return true;
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
