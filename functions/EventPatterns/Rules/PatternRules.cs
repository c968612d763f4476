using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Ecs;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Rules;

/// <summary>
/// Looks in one pass for what EventBridge takes but its author likely did not mean. A new rule is a class of its own; a new field of ECS
/// events is a row of a table in <see cref="Ecs"/>.
/// </summary>
internal sealed class PatternRules(ObjectPattern root, DiagnosticBag findings)
{
    private readonly FieldNameRule _names = new(findings);

    public static void Check(ObjectPattern pattern, DiagnosticBag findings)
    {
        EventScope scope = EventScopes.Of(pattern);
        new PatternRules(pattern, findings).Visit(pattern, EcsFields.Event, scope);
        if (!findings.IsRefused)
        {
            BreadthRule.Check(pattern, findings);
        }
    }

    private void Visit(ObjectPattern pattern, EcsField? place, in EventScope scope)
    {
        if (place == EcsFields.Event)
        {
            SourceRule.CheckDetailType(pattern, scope, findings);
        }

        foreach (PatternMember member in pattern.Members)
        {
            if (member is OrMember either)
            {
                VisitBranches(either, place, scope);
            }
            else if (member is FieldMember field)
            {
                VisitField(field, pattern, place, scope);
            }
        }

        if (place?.Type == EcsType.Objects && scope.IsOnlyEcs)
        {
            AbsenceRule.Check(pattern, place, findings);
        }
    }

    private void VisitBranches(OrMember either, EcsField? place, in EventScope scope)
    {
        EventScope within = scope with { Depth = scope.Depth + 1 };
        if (!scope.IsTooDeep)
        {
            BranchRule.Check(either, findings);
            within = within with { SeeksOutOfMemory = scope.SeeksOutOfMemory || OutOfMemoryRule.IsSoughtIn(either) };
        }

        foreach (ObjectPattern branch in either.Branches)
        {
            Visit(branch, place, place == EcsFields.Event ? EventScopes.Within(branch, within) : within);
        }
    }

    private void VisitField(FieldMember member, ObjectPattern parent, EcsField? place, in EventScope scope)
    {
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

        Visit(nested, field, scope);
    }

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
