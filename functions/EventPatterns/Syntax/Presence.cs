using System.Collections.Frozen;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>Tells whether a part of a pattern asks that something is there.</summary>
internal static class Presence
{
    private static readonly FrozenSet<LeafPattern> None = FrozenSet<LeafPattern>.Empty;

    public static bool IsRequired(PatternValue value) => IsRequired(value, None);

    /// <summary>Tells it without the fields that another one of the same path replaces.</summary>
    /// <param name="value">The part.</param>
    /// <param name="replaced">These fields.</param>
    /// <returns><see langword="true"/> if it asks that something is there.</returns>
    public static bool IsRequired(PatternValue value, IReadOnlySet<LeafPattern> replaced) =>
        value switch
        {
            LeafPattern leaf => !replaced.Contains(leaf) && IsRequired(leaf),
            ObjectPattern nested => AnyIsRequired(nested, replaced),
            _ => false,
        };

    private static bool IsRequired(LeafPattern leaf)
    {
        foreach (Alternative alternative in leaf.Alternatives)
        {
            if (alternative.Match.MatchesAbsence)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsRequired(PatternMember member, IReadOnlySet<LeafPattern> replaced) =>
        member is FieldMember field
            ? IsRequired(field.Value, replaced)
            : ((OrMember)member).Branches.All(branch => IsRequired(branch, replaced));

    private static bool AnyIsRequired(ObjectPattern pattern, IReadOnlySet<LeafPattern> replaced)
    {
        foreach (PatternMember member in pattern.Members)
        {
            if (IsRequired(member, replaced))
            {
                return true;
            }
        }

        return false;
    }
}
