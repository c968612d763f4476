namespace Firetiger.EventPatterns.Syntax;

/// <summary>Tells whether a part of a pattern asks that something is there.</summary>
internal static class Presence
{
    public static bool IsRequired(PatternValue value)
    {
        if (value is ObjectPattern nested)
        {
            return nested.Members.Any(IsRequired);
        }

        foreach (Alternative alternative in ((LeafPattern)value).Alternatives)
        {
            if (alternative.Match.MatchesAbsence)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsRequired(PatternMember member) =>
        member is FieldMember field
            ? IsRequired(field.Value)
            : ((OrMember)member).Branches.All(branch => IsRequired(branch));
}
