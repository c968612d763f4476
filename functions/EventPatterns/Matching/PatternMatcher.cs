using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Matching;

/// <summary>A pattern made ready to match events. Immutable; what one event needs is in a <see cref="MatchState"/>.</summary>
internal sealed class PatternMatcher
{
    private readonly PathNode _paths = new();
    private readonly List<Condition> _conditions = [];
    private readonly Condition[][] _branches;
    private readonly bool _asksForAbsence;

    public PatternMatcher(IReadOnlyList<Branch> branches)
    {
        Dictionary<(string Path, LeafPattern Leaf), Condition> known = new(ConditionComparer.Instance);
        _branches = [.. branches.Select(branch => branch.Select(field => Share(field, known)).ToArray())];
        _asksForAbsence = _conditions.Exists(condition => condition.MatchesAbsence);
    }

    /// <summary>Gets the branches, each with its conditions in ascending order of their paths.</summary>
    public IReadOnlyList<IReadOnlyList<Condition>> Branches => _branches;

    /// <summary>Tells whether an event matches.</summary>
    /// <param name="utf8Event">The event; one that is no JSON object matches nothing.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public bool IsMatch(ReadOnlySpan<byte> utf8Event)
    {
        MatchState state = MatchState.Rent(_conditions.Count, _asksForAbsence);
        try
        {
            return new EventReader(utf8Event, state).TryRead(_paths) && (state.IsDecided || MatchesAnyBranch(state));
        }
        finally
        {
            MatchState.Return(state);
        }
    }

    private bool MatchesAnyBranch(MatchState state)
    {
        for (int index = 0; index < _branches.Length; index++)
        {
            if (CanMatch(_branches[index], state) && IsConsistent(_branches[index], state))
            {
                return true;
            }
        }

        return false;
    }

    private static bool CanMatch(Condition[] branch, MatchState state)
    {
        for (int index = 0; index < branch.Length; index++)
        {
            if (!state.CanDecide(branch[index]))
            {
                return false;
            }
        }

        return true;
    }

    // Without elements of arrays every scalar agrees with every other, so that finding them was enough.
    private static bool IsConsistent(Condition[] branch, MatchState state) =>
        !state.HasElements || state.Choice.Exists(branch);

    private Condition Share(FieldCondition field, Dictionary<(string Path, LeafPattern Leaf), Condition> known)
    {
        if (!known.TryGetValue((field.Path, field.Leaf), out Condition? condition))
        {
            condition = new Condition(_conditions.Count, field.Path, field.Leaf);
            known.Add((field.Path, field.Leaf), condition);
            _conditions.Add(condition);
            _paths.Add(condition);
        }

        return condition;
    }
}
