using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>EventBridge compares plain values only: an object has none of its own, and a plain value has no fields.</summary>
internal static class ObjectRule
{
    public static void CheckValues(
        FieldMember member,
        LeafPattern leaf,
        EcsField field,
        in EventScope scope,
        DiagnosticBag findings
    )
    {
        string type = (field.Type == EcsType.Objects ? "a " : "an ") + field.TypeName;
        string? example = field.Path switch
        {
            "detail" when scope.IsOnlyEcs => "\"detail\": {\"lastStatus\": [{\"exists\": true}]}",
            "detail.containers" => "\"containers\": {\"name\": [{\"exists\": true}]}",
            _ => null,
        };
        if (leaf.Alternatives.Count == 0)
        {
            return;
        }

        Finding finding = Presence.IsRequired(leaf)
            ? FieldFindings.ValuesOfObject(field.Path, type, example, scope.ConsequenceOf(field, othersMayMatch: false))
            : FieldFindings.ObjectCountsAsMissing(field.Path, type, example);
        findings.Report(finding, leaf.Span, member.Path);
    }

    public static void CheckFields(
        FieldMember member,
        ObjectPattern nested,
        EcsField field,
        in EventScope scope,
        DiagnosticBag findings
    )
    {
        bool isReported = nested.Members.Any(inner =>
            inner is FieldMember { Name: var name } && Operators.OperatorTable.Contains(name)
        );
        if (!isReported && Presence.IsRequired(nested))
        {
            Consequence consequence = scope.ConsequenceOf(field, othersMayMatch: false);
            findings.Report(
                FieldFindings.FieldsOfValue(field.Path, field.TypeName, consequence),
                member.NameSpan,
                member.Path
            );
        }
    }
}
