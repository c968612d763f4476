using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary><c>anything-but</c> matches values of any other type, so an exclusion of the wrong type, or misspelt, excludes nothing.</summary>
internal static class ExclusionRule
{
    public static void Check(LeafPattern leaf, EcsField field, DiagnosticBag findings)
    {
        foreach (Alternative alternative in leaf.Alternatives)
        {
            if (alternative.Match is AnythingButMatch anythingBut && Judge(anythingBut, field) is { } finding)
            {
                findings.Report(finding, alternative.Span, alternative.Path);
            }
        }
    }

    private static Finding? Judge(AnythingButMatch anythingBut, EcsField field)
    {
        foreach (ValueMatch excluded in anythingBut.Excluded)
        {
            if (excluded.Kind is { } kind && !field.CanHold(kind))
            {
                return EventValueFindings.ExcludesNothing(
                    $"`{field.Name}` is a {field.TypeName} in ECS events, so excluding `{excluded}` excludes nothing",
                    WrongTypeRule.Mended(excluded, field) is { } mended
                        ? $"write `{mended}` instead of `{excluded}`"
                        : $"name values that are of type {field.TypeName}"
                );
            }

            if (!field.TakesOthers && KnownValueRule.NearMiss(excluded, field) is { } known)
            {
                return EventValueFindings.ExcludesNothing(
                    $"`{Literal.Of(excluded)}` is not a {field.Name} of ECS, so excluding it excludes nothing",
                    $"did you mean `{known}`?"
                );
            }
        }

        return null;
    }
}
