using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>All events have the same fields at the top; any other is never there.</summary>
internal static class EnvelopeRule
{
    public static void Check(ObjectPattern pattern, DiagnosticBag findings)
    {
        foreach (FieldMember field in pattern.Members.OfType<FieldMember>())
        {
            string name = field.Name.Split('.')[0];
            if (!EcsFields.Envelope.Contains(name, StringComparer.Ordinal) && RequiresPresence(field.Value))
            {
                string? suggestion = SpellChecker.Suggest(name, EcsFields.Envelope) ?? EcsFields.FindInDetail(name);
                findings.Report(MistakeFindings.UnknownEnvelopeField(name, suggestion), field.NameSpan, field.Path);
            }
        }
    }

    private static bool RequiresPresence(PatternValue value) =>
        value is LeafPattern leaf
            ? !leaf.Alternatives.Any(alternative => alternative.Match.MatchesAbsence)
            : ((ObjectPattern)value).Members.Any(RequiresPresence);

    private static bool RequiresPresence(PatternMember member) =>
        member is FieldMember field ? RequiresPresence(field.Value) : ((OrMember)member).Branches.All(RequiresPresence);
}
