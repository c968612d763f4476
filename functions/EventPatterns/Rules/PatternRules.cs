using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Ecs;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Rules;

/// <summary>
/// Looks in one pass for what EventBridge takes but its author likely did not mean. A new rule is a class of its own; a new field of ECS
/// events is a row of a table in <see cref="Ecs"/>.
/// </summary>
internal sealed class PatternRules(ObjectPattern root, IReadOnlySet<LeafPattern> replaced, DiagnosticBag findings)
{
    /// <summary>What stands behind each <c>$or</c> is read again for its alternatives; with more members nobody wrote it by hand.</summary>
    private const int MaximumMembers = 200;

    private readonly FieldNameRule _names = new(findings);

    /// <summary>Looks for the mistakes of a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="replaced">The fields in it that another one of the same path replaces, always or in an alternative of <c>$or</c>.</param>
    /// <param name="findings">Where findings go.</param>
    public static void Check(ObjectPattern pattern, IReadOnlySet<LeafPattern> replaced, DiagnosticBag findings)
    {
        EventScope scope = EventScopes.Of(pattern);
        new PatternRules(pattern, replaced, findings).Visit(pattern, EcsFields.Event, scope, EventScopes.Any, null);
        if (!findings.IsRefused)
        {
            BreadthRule.Check(pattern, findings);
        }
    }

    private void Visit(
        ObjectPattern pattern,
        EcsField? place,
        EventScope scope,
        in EventScope before,
        LaterMembers? later
    )
    {
        if (place == EcsFields.Event && SourceRule.ContradictsDetailType(pattern, scope, replaced, findings))
        {
            scope = scope with { Target = EcsTarget.Only };
        }

        int read = 0;
        EventScope soFar = before;
        for (int index = 0; index < pattern.Members.Count; index++)
        {
            if (pattern.Members[index] is FieldMember field)
            {
                VisitField(field, pattern, place, scope);
            }
            else if (place == EcsFields.Event && pattern.Members.Count <= MaximumMembers)
            {
                for (; read < index; read++)
                {
                    soFar = EventScopes.After(soFar, pattern.Members[read]);
                }

                OrMember either = (OrMember)pattern.Members[index];
                VisitBranches(pattern, either, place, scope, soFar, new LaterMembers(pattern, index + 1, later));
            }
            else
            {
                VisitBranches(pattern, (OrMember)pattern.Members[index], place, scope, scope, later: null);
            }
        }

        if (place?.Type == EcsType.Objects && scope.IsOnlyEcs)
        {
            AbsenceRule.Check(pattern, place, findings);
        }
    }

    private void VisitBranches(
        ObjectPattern around,
        OrMember either,
        EcsField? place,
        in EventScope scope,
        in EventScope before,
        LaterMembers? later
    )
    {
        EventScope within = scope with { Depth = scope.Depth + 1 };
        EventScope start = before with { Depth = within.Depth };
        if (!scope.IsTooDeep)
        {
            if (!findings.IsRefused)
            {
                // What could not be read is missing from the alternatives.
                BranchRule.Check(around, either, findings);
            }

            within = within with { SeeksOutOfMemory = scope.SeeksOutOfMemory || OutOfMemoryRule.IsSoughtIn(either) };
        }

        foreach (ObjectPattern branch in either.Branches)
        {
            Visit(
                branch,
                place,
                place == EcsFields.Event ? OfBranch(branch, within, start, later) : within,
                start,
                later
            );
        }
    }

    private static EventScope OfBranch(
        ObjectPattern branch,
        in EventScope within,
        in EventScope start,
        LaterMembers? later
    )
    {
        EventScope end = EventScopes.Within(branch, start);
        EventScope found = later?.Apply(end) ?? end;
        return within with { Target = found.Target, Events = found.Events, NamesSource = found.NamesSource };
    }

    private void VisitField(FieldMember member, ObjectPattern parent, EcsField? place, EventScope scope)
    {
        scope = scope with { IsReplaced = IsReplaced(member.Value) };
        EcsField? field = place is null ? null : _names.Follow(member, place, scope);
        if (member.Value is LeafPattern leaf)
        {
            VisitLeaf(member, leaf, parent, field, scope);
            return;
        }

        ObjectPattern nested = (ObjectPattern)member.Value;
        if (field is { HoldsObjects: false })
        {
            ObjectRule.CheckFields(member, nested, field, scope, findings);
            field = null;
        }

        Visit(nested, field, scope, scope, later: null);
    }

    /// <summary>Tells whether all that a field asks for is asked of another one of the same path.</summary>
    private bool IsReplaced(PatternValue value) => replaced.Count > 0 && !Presence.IsRequired(value, replaced);

    private void VisitLeaf(
        FieldMember member,
        LeafPattern leaf,
        ObjectPattern parent,
        EcsField? field,
        in EventScope scope
    )
    {
        if (field is { HoldsObjects: true })
        {
            ObjectRule.CheckValues(member, leaf, field, scope, findings);
            return;
        }

        TextRule.Check(leaf, field, findings);
        AlternativesRule.Check(leaf, findings);
        if (field is null)
        {
            return;
        }

        WrongTypeRule.Check(leaf, field, scope, findings);
        if (field.IsEnvelope)
        {
            SourceRule.Check(leaf, field, scope, findings);
            EnvelopeValueRule.Check(leaf, field, scope, findings);
        }

        if (scope.IsOnlyEcs)
        {
            KnownValueRule.Check(leaf, field, scope, findings);
            TextFormRule.Check(leaf, field, scope, findings);
            ExclusionRule.Check(leaf, field, findings);
            OutOfMemoryRule.Check(member, leaf, parent, field, scope, root, findings);
        }
    }
}
