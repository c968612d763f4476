using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>EventBridge never takes a string for a number or a boolean, nor the other way round.</summary>
internal static class WrongTypeRule
{
    private const int AccountDigits = 12;

    public static void Check(LeafPattern leaf, EcsField field, in EventScope scope, DiagnosticBag findings)
    {
        if (!HasDead(leaf, field))
        {
            return;
        }

        Consequence consequence = scope.ConsequenceOf(field, DeadValues.LeavesOne(leaf, field, scope));
        foreach (Alternative alternative in leaf.Alternatives.Where(item => IsDead(item.Match, field)))
        {
            // How a number compares does not matter where none is ever compared.
            findings.WithdrawWarnings(alternative.Span);
            findings.Report(
                EventValueFindings.WrongType(field.Name, field.TypeName, Hint(alternative.Match, field), consequence),
                alternative.Span,
                alternative.Path
            );
        }
    }

    /// <summary>Writes a plain value as the type that the field has.</summary>
    /// <param name="match">The value.</param>
    /// <param name="field">The field.</param>
    /// <returns>The JSON, or <see langword="null"/> when it cannot be that type.</returns>
    public static string? Mended(ValueMatch match, EcsField field) =>
        match switch
        {
            ExactStringMatch text when field.Type == EcsType.Number && ComparableNumber.IsNumber(text.Text) =>
                text.Text,
            ExactStringMatch text when field.Type == EcsType.Boolean => text.Text.ToUpperInvariant() switch
            {
                "TRUE" => "true",
                "FALSE" => "false",
                _ => null,
            },
            ExactNumberMatch number when field.Type == EcsType.Text && Text(number.Literal, field) is { } text =>
                JsonQuoting.Quoted(text),
            _ => null,
        };

    /// <summary>Writes a number as the text that a field has. An account may have lost the zeros it begins with.</summary>
    /// <param name="literal">The number.</param>
    /// <param name="field">The field.</param>
    /// <returns>The text, or <see langword="null"/> when the field has no such text.</returns>
    public static string? Text(string literal, EcsField field) =>
        field switch
        {
            { Form: TextForm.Account } => literal.Length is > 8 and <= AccountDigits && literal.All(char.IsAsciiDigit)
                ? literal.PadLeft(AccountDigits, '0')
                : null,
            { Form: TextForm.Region or TextForm.Time } or { Values.Count: > 0, TakesOthers: false } => null,
            _ => literal,
        };

    /// <summary>Tells whether a field never holds what a match asks for.</summary>
    /// <param name="match">What is asked for.</param>
    /// <param name="field">The field.</param>
    /// <returns><see langword="true"/> if it never does.</returns>
    public static bool IsDead(ValueMatch match, EcsField field) => match.Kind is { } kind && !field.CanHold(kind);

    private static bool HasDead(LeafPattern leaf, EcsField field)
    {
        foreach (Alternative alternative in leaf.Alternatives)
        {
            if (IsDead(alternative.Match, field))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Hint(ValueMatch match, EcsField field)
    {
        if (Mended(match, field) is { } mended)
        {
            return match is ExactStringMatch
                ? $"write `{mended}`; if it was written so, CloudFormation made a string of it: pass the pattern as one JSON string"
                : $"write `{mended}`";
        }

        return match switch
        {
            NumericMatch { Range: var range }
                when field.Form is TextForm.Free or TextForm.Group && range.Lower.CompareTo(range.Upper) == 0 =>
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"write `\"{range.Lower}\"`"),
            NumericMatch => "`numeric` compares JSON numbers only; list the texts that are meant, or use `prefix`",
            _ when field.Form == TextForm.Account => "write the 12 digits of the account as a string",
            _ when field.Type == EcsType.Text && field.Values.Count > 0 =>
                $"write one of its texts, such as `\"{field.Values[0]}\"`",
            _ when field.Type == EcsType.Boolean => "write `true` or `false`",
            _ when field.Type == EcsType.Number => "write a number, or use `numeric`",
            _ => null,
        };
    }
}
