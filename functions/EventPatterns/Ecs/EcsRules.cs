using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>What ECS events say about a pattern for them. A new rule is a class of its own; a new field a row of <see cref="EcsFields"/>.</summary>
internal sealed class EcsRules(EcsTarget target, DiagnosticBag findings)
{
    public static void Check(ObjectPattern pattern, DiagnosticBag findings)
    {
        EcsTarget target = EcsTargeting.Of(pattern);
        if (target != EcsTarget.None)
        {
            EnvelopeRule.Check(pattern, findings);
        }

        new EcsRules(target, findings).Visit(pattern, "", isCertain: true);
    }

    /// <summary>Visits all lists of values. Within <c>$or</c> another branch may match, so nothing there is certain.</summary>
    private void Visit(ObjectPattern pattern, string prefix, bool isCertain)
    {
        foreach (PatternMember member in pattern.Members)
        {
            if (member is OrMember either)
            {
                foreach (ObjectPattern branch in either.Branches)
                {
                    Visit(branch, prefix, isCertain: false);
                }
            }
            else if (member is FieldMember field)
            {
                VisitField(field, prefix + field.Name, isCertain);
            }
        }
    }

    private void VisitField(FieldMember field, string path, bool isCertain)
    {
        if (field.Value is ObjectPattern nested && path.Length < EcsFields.LongestPath)
        {
            Visit(nested, path + ".", isCertain);
        }
        else if (field.Value is LeafPattern leaf && EcsFields.Find(path) is { } known)
        {
            Check(leaf, known, isCertain);
        }
    }

    private void Check(LeafPattern leaf, EcsField field, bool isCertain)
    {
        if (target == EcsTarget.None && !field.IsEnvelope)
        {
            return;
        }

        bool isEcsOnly = target == EcsTarget.Only;
        WrongTypeRule.Check(leaf, field, isCertain && (isEcsOnly || field.IsEnvelope), findings);
        if (isEcsOnly)
        {
            KnownValueRule.Check(leaf, field, isCertain, findings);
            OutOfMemoryRule.Check(leaf, field, findings);
        }
    }
}
