using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>Values that ECS sends. A near miss of one never matches; anything else may be newer than this table.</summary>
internal static class KnownValueRule
{
    public static void Check(LeafPattern leaf, EcsField field, bool isCertain, DiagnosticBag findings)
    {
        if (field.Values.Count == 0)
        {
            return;
        }

        bool allMissed = leaf.Alternatives.All(item => NearMiss(item, field) is not null);
        foreach (Alternative alternative in leaf.Alternatives.Where(item => IsUnknown(item, field)))
        {
            string written = Literal.Of(alternative.Match)!;
            Finding finding = NearMiss(alternative, field) is { } known
                ? MistakeFindings.NearMiss(field.Name, written, known, !isCertain || !allMissed)
                : MistakeFindings.UnknownValue(field.Name, written);
            findings.Report(finding, alternative.Span, alternative.Path);
        }
    }

    private static bool IsUnknown(Alternative alternative, EcsField field) =>
        Literal.Of(alternative.Match) is { } written && !field.Values.Contains(written, StringComparer.Ordinal);

    private static string? NearMiss(Alternative alternative, EcsField field) =>
        IsUnknown(alternative, field)
            ? field.Values.FirstOrDefault(known => SpellChecker.IsNearMiss(Literal.Of(alternative.Match)!, known))
            : null;
}
