using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>
/// Within an array of objects the fields of a pattern are decided in alphabetical order, and each choice binds those after it to the same
/// item. A missing field asked for before anything is chosen must be missing in all items.
/// </summary>
internal static class AbsenceRule
{
    public static void Check(ObjectPattern pattern, EcsField list, DiagnosticBag findings)
    {
        foreach (PatternMember member in pattern.Members)
        {
            if (
                member is FieldMember { Value: LeafPattern leaf } absent
                && !Presence.IsRequired(leaf)
                && Others(pattern, absent) is { } other
            )
            {
                findings.Report(
                    EventValueFindings.AbsentBefore(list.Path, absent.Name, other.Name),
                    leaf.Span,
                    absent.Path
                );
            }
        }
    }

    /// <summary>Finds a sibling that is decided later, unless one before already chooses the item.</summary>
    private static FieldMember? Others(ObjectPattern pattern, FieldMember absent)
    {
        FieldMember? later = null;
        foreach (PatternMember member in pattern.Members)
        {
            if (member is FieldMember field && Presence.IsRequired(field.Value))
            {
                if (string.CompareOrdinal(field.Name, absent.Name) < 0)
                {
                    return null;
                }

                later = field;
            }
        }

        return later;
    }
}
