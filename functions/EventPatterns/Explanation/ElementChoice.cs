namespace Firetiger.EventPatterns.Explanation;

/// <summary>
/// Looks for a value for each field such that no two stand in different elements of one array, in the plainest way: one field after the
/// other, by name, as EventBridge does. It also remembers how far it got, which is what there is to explain when nothing is found.
/// </summary>
internal sealed class ElementChoice(IReadOnlyList<FieldEvidence> fields)
{
    /// <summary>Only an event made for it takes more.</summary>
    private const int MaximumSteps = 2_000_000;

    private readonly Dictionary<int, int> _elements = [];
    private readonly Stack<ScalarAt?> _chosen = new();
    private int _steps;

    /// <summary>Gets the values chosen for the first fields when it got furthest; <see langword="null"/> stands for absence.</summary>
    public IReadOnlyList<ScalarAt?> Furthest { get; private set; } = [];

    /// <summary>Gets a value indicating whether it stopped early.</summary>
    public bool GaveUp => _steps >= MaximumSteps;

    public bool Exists() => Decide();

    private bool Decide()
    {
        if (_chosen.Count > Furthest.Count || _chosen.Count == 0)
        {
            Furthest = [.. _chosen.Reverse()];
        }

        if (_chosen.Count == fields.Count)
        {
            return true;
        }

        FieldEvidence field = fields[_chosen.Count];
        return field.Satisfying.Any(TryWith) || (IsAbsent(field) && With(null));
    }

    private bool TryWith(ScalarAt scalar)
    {
        List<int> entered = [];
        bool found = TryEnter(scalar.Place, entered) && With(scalar);
        Leave(entered);
        return found;
    }

    private bool With(ScalarAt? scalar)
    {
        _chosen.Push(scalar);
        bool found = Decide();
        if (!found)
        {
            _chosen.Pop();
        }

        return found;
    }

    private bool IsAbsent(FieldEvidence field) => field.MatchesAbsence && !field.Present.Any(CanEnter);

    private bool CanEnter(ScalarAt scalar)
    {
        List<int> entered = [];
        bool entersAll = TryEnter(scalar.Place, entered);
        Leave(entered);
        return entersAll;
    }

    private bool TryEnter(EventPlace? place, List<int> entered)
    {
        for (EventPlace? at = place; at is not null; at = at.Around)
        {
            if (++_steps >= MaximumSteps)
            {
                return false;
            }

            if (!_elements.TryGetValue(at.Array, out int element))
            {
                _elements.Add(at.Array, at.Element);
                entered.Add(at.Array);
            }
            else if (element != at.Element)
            {
                return false;
            }
        }

        return true;
    }

    private void Leave(List<int> entered)
    {
        foreach (int array in entered)
        {
            _elements.Remove(array);
        }
    }
}
