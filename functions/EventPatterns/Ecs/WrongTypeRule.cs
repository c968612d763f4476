using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>EventBridge never takes a string for a number or a boolean, nor the other way round.</summary>
internal static class WrongTypeRule
{
    public static void Check(LeafPattern leaf, EcsField field, bool isCertain, DiagnosticBag findings)
    {
        List<Alternative> dead = [.. leaf.Alternatives.Where(item => IsDead(item.Match, field))];
        foreach (Alternative alternative in dead)
        {
            // How a number compares does not matter where none is ever compared.
            findings.WithdrawWarnings(alternative.Span);
            bool othersMayMatch = !isCertain || dead.Count < leaf.Alternatives.Count;
            findings.Report(
                MistakeFindings.WrongType(field.Name, field.TypeName, Mended(alternative.Match, field), othersMayMatch),
                alternative.Span,
                alternative.Path
            );
        }
    }

    private static bool IsDead(ValueMatch match, EcsField field) => match.Kind is { } kind && !field.CanHold(kind);

    private static string? Mended(ValueMatch match, EcsField field) =>
        match switch
        {
            ExactStringMatch text when field.Type == EcsType.Number && ComparableNumber.IsNumber(text.Text) =>
                text.Text,
            ExactStringMatch { Text: "true" or "false" } text when field.Type == EcsType.Boolean => text.Text,
            ExactNumberMatch number when field.Type == EcsType.Text => new StringBuilder()
                .AppendQuoted(number.Literal)
                .ToString(),
            _ => null,
        };
}
