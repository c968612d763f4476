using System.Buffers;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Rules;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>EventBridge itself writes account, region and time into every event, so their form is certain.</summary>
internal static class EnvelopeValueRule
{
    private static readonly SearchValues<char> RegionLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-");

    public static void Check(LeafPattern leaf, EcsField field, in EventScope scope, DiagnosticBag findings)
    {
        if (field.Form is not (TextForm.Account or TextForm.Region or TextForm.Time))
        {
            return;
        }

        if (!HasDead(leaf, field.Form))
        {
            return;
        }

        Consequence consequence = scope.ConsequenceOf(field, DeadValues.LeavesOne(leaf, field, scope));
        foreach (Alternative alternative in leaf.Alternatives)
        {
            if (IsDead(alternative, field.Form))
            {
                findings.Report(
                    Judge(Literal.Of(alternative.Match)!, field.Form, consequence),
                    alternative.Span,
                    alternative.Path
                );
            }
        }
    }

    /// <summary>Tells whether EventBridge never writes a value into a field at the top.</summary>
    /// <param name="alternative">The value.</param>
    /// <param name="form">What the field looks like.</param>
    /// <returns><see langword="true"/> if it never does.</returns>
    public static bool IsDead(Alternative alternative, TextForm form) =>
        Literal.Of(alternative.Match) is { } text
        && !TextRule.Explains(text)
        && form switch
        {
            TextForm.Account => !IsAccount(text),
            TextForm.Region => !IsRegion(text),
            TextForm.Time => !IsTime(text),
            _ => false,
        };

    private static bool HasDead(LeafPattern leaf, TextForm form)
    {
        foreach (Alternative alternative in leaf.Alternatives)
        {
            if (IsDead(alternative, form))
            {
                return true;
            }
        }

        return false;
    }

    private static Finding Judge(string text, TextForm form, Consequence consequence)
    {
        string expected = form switch
        {
            TextForm.Account => "an account number of 12 digits",
            TextForm.Region => "the name of a Region, such as `eu-west-1`",
            _ => "a time as events have it, such as `2025-03-04T10:17:02Z`",
        };
        string hint = text.Contains("${", StringComparison.Ordinal)
            ? "fill in the variable before the pattern is used, for example with `Fn::Sub`"
            : HintFor(text, form);
        return EventValueFindings.ImpossibleEnvelope(text, expected, hint, consequence);
    }

    private static string HintFor(string text, TextForm form)
    {
        string digits = string.Concat(text.Where(char.IsAsciiDigit));
        string lower = text.Trim().ToLowerInvariant();
        return form switch
        {
            TextForm.Account when digits.Length == 12 => $"write `\"{digits}\"`",
            TextForm.Account => "write the 12 digits of the account as a string",
            TextForm.Region when IsRegion(lower) => $"write `\"{lower}\"`",
            TextForm.Region when lower.Length > 1 && IsRegion(lower[..^1]) =>
                $"this is an Availability Zone; write the Region, `\"{lower[..^1]}\"`",
            TextForm.Time when text.Length is >= 4 and < 20 && char.IsAsciiDigit(text[0]) =>
                $"match its beginning: `{{\"prefix\": \"{text}\"}}`",
            TextForm.Time => "match its beginning with `prefix`",
            _ => "write the code of the Region",
        };
    }

    private static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    private static bool IsRegion(string text)
    {
        int dash = text.LastIndexOf('-');
        return text.Length is > 6 and < 32
            && char.IsAsciiLetterLower(text[0])
            && text.AsSpan(0, Math.Max(dash, 0)).Contains('-')
            && !text.AsSpan(0, dash).ContainsAnyExcept(RegionLetters)
            && dash < text.Length - 1
            && text.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsTime(string text) =>
        text.Length >= 20 && text[10] == 'T' && text.EndsWith('Z') && char.IsAsciiDigit(text[0]);
}
