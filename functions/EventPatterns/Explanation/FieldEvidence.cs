using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>What an event has for one field of a pattern.</summary>
internal sealed class FieldEvidence
{
    public FieldEvidence(Condition condition, FieldNode root)
    {
        Path = condition.Path;
        Leaf = condition.Leaf;
        Trail = [root];
        foreach (string name in condition.Path.Split('.'))
        {
            Trail.Add(Trail[^1].Child(name));
        }

        MatchesAbsence = Matches.Any(match => match.MatchesAbsence);
        Satisfying = [.. Scalars.Where(IsSatisfying).DistinctBy(scalar => scalar.Place)];
        Present = [.. Scalars.DistinctBy(scalar => scalar.Place)];
    }

    public string Path { get; }

    public LeafPattern Leaf { get; }

    /// <summary>Gets the nodes from the root of the event to the field.</summary>
    public List<FieldNode> Trail { get; }

    public IReadOnlyList<ScalarAt> Scalars => Trail[^1].Scalars;

    /// <summary>Gets one satisfying scalar for each place that has one.</summary>
    public IReadOnlyList<ScalarAt> Satisfying { get; }

    /// <summary>Gets one scalar for each place that has one.</summary>
    public IReadOnlyList<ScalarAt> Present { get; }

    /// <summary>Gets a value indicating whether a missing field is enough.</summary>
    public bool MatchesAbsence { get; }

    public IEnumerable<ValueMatch> Matches => Leaf.Alternatives.Select(alternative => alternative.Match);

    /// <summary>Gets a value indicating whether nothing can satisfy the field, whichever elements of arrays are chosen.</summary>
    public bool Fails => Satisfying.Count == 0 && !(MatchesAbsence && Present.All(scalar => scalar.Place is not null));

    public bool IsSatisfying(ScalarAt scalar) => Matches.Any(match => IsSatisfying(match, scalar));

    private static bool IsSatisfying(ValueMatch match, ScalarAt scalar) =>
        !match.MatchesAbsence && match.Matches(scalar.Value);
}
