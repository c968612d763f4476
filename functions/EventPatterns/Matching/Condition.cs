using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Matching;

/// <summary>A field path and the alternatives of which one must match there. Branches that say the same share one condition.</summary>
internal sealed class Condition(int index, string path, LeafPattern leaf)
{
    private readonly ValueMatch[] _present = [.. Matches(leaf).Where(match => !match.MatchesAbsence)];

    /// <summary>Gets its place among the conditions of the pattern.</summary>
    public int Index => index;

    /// <summary>Gets the field names joined with dots.</summary>
    public string Path => path;

    /// <summary>Gets the list in the text.</summary>
    public LeafPattern Leaf => leaf;

    /// <summary>Gets a value indicating whether a missing field is enough.</summary>
    public bool MatchesAbsence { get; } = Matches(leaf).Any(match => match.MatchesAbsence);

    public bool Matches(in EventScalar value)
    {
        foreach (ValueMatch match in _present)
        {
            if (match.Matches(value))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<ValueMatch> Matches(LeafPattern leaf) =>
        leaf.Alternatives.Select(alternative => alternative.Match);
}
