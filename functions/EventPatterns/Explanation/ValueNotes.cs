using System.Text.Json;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Operators;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>What a value that does not match has in common with what was asked for.</summary>
internal static class ValueNotes
{
    private const string OnlyCase = "differs only in case";

    /// <summary>Longer values are not looked at for likenesses.</summary>
    private const int MaximumCharacters = 1000;

    /// <summary>A shorter word is too easily one character away from another.</summary>
    private const int ShortestMisspelling = 4;

    /// <summary>Compares a value with the alternatives of a field.</summary>
    /// <param name="scalar">The value.</param>
    /// <param name="asked">The alternatives.</param>
    /// <returns>The first likeness, or <see langword="null"/>.</returns>
    public static string? Of(ScalarAt scalar, IEnumerable<PrintedMatch> asked) =>
        scalar.Bytes.Length > MaximumCharacters
            ? null
            : asked.Select(match => Of(scalar, match)).FirstOrDefault(note => note is not null);

    private static string? Of(ScalarAt scalar, PrintedMatch asked)
    {
        string text = ValueText.TextOf(scalar, MaximumCharacters);
        bool isString = scalar.Kind == EventScalarKind.String;
        return asked.Operator switch
        {
            "" when asked.Kind == JsonValueKind.String => isString
                ? OfString(text, asked.Text)
                : OfOtherType(scalar.Kind, text, asked.Text),
            "" => isString ? OfStringForLiteral(text, asked) : null,
            NumericMatch.Operator when isString && ComparableNumber.IsNumber(text) =>
                "a string; `numeric` looks only at numbers",
            NumericMatch.Operator or AnythingButMatch.Operator or ExistsMatch.Operator => null,
            _ when !isString => $"{KindOf(scalar.Kind)}; `{asked.Operator}` looks only at strings",
            _ when asked.Kind != JsonValueKind.String => null,
            PrefixMatch.Operator => OfPart(text, asked.Text, text.StartsWith, "begin"),
            SuffixMatch.Operator => OfPart(text, asked.Text, text.EndsWith, "end"),
            WildcardMatch.Operator when Glob.Matches(asked.Text, text, StringComparison.OrdinalIgnoreCase) => OnlyCase,
            ExactlyMatch.Operator => OfString(text, asked.Text),
            _ => null,
        };
    }

    private static string? OfString(string text, string asked)
    {
        if (string.Equals(text, asked, StringComparison.OrdinalIgnoreCase))
        {
            return OnlyCase;
        }

        if (string.Equals(text.Trim(), asked.Trim(), StringComparison.Ordinal))
        {
            return "differs only in blanks at the beginning or end";
        }

        if (Glob.Matches(asked, text, StringComparison.Ordinal))
        {
            return "`*` is an ordinary character here; {\"wildcard\": …} makes it stand for any";
        }

        return Math.Min(text.Length, asked.Length) >= ShortestMisspelling && SpellChecker.IsNearMiss(text, asked)
            ? "differs by one character"
            : null;
    }

    private static string? OfOtherType(EventScalarKind kind, string text, string asked) =>
        string.Equals(text, asked, StringComparison.Ordinal)
            ? $"{KindOf(kind)}; the pattern asks for the string \"{asked}\""
            : null;

    private static string? OfStringForLiteral(string text, PrintedMatch asked) =>
        string.Equals(text, asked.Text, StringComparison.Ordinal)
            ? $"a string; the pattern asks for {asked.Text} without quotes"
            : null;

    private static string? OfPart(
        string text,
        string asked,
        Func<string, StringComparison, bool> isThere,
        string beginOrEnd
    )
    {
        if (isThere(asked, StringComparison.OrdinalIgnoreCase))
        {
            return OnlyCase;
        }

        return text.Contains(asked, StringComparison.Ordinal)
            ? $"contains it, but does not {beginOrEnd} with it"
            : null;
    }

    private static string KindOf(EventScalarKind kind) =>
        kind switch
        {
            EventScalarKind.String => "a string",
            EventScalarKind.Number => "a number",
            EventScalarKind.Null => "a null",
            _ => "a boolean",
        };
}
