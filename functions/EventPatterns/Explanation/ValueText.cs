using System.Globalization;
using System.Text;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>Values of patterns and events as people read them, cut where they are long.</summary>
internal static class ValueText
{
    private const int MaximumCharacters = 80;
    private const int MaximumAlternatives = 5;

    /// <summary>Shows a scalar as JSON.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <returns>At most some 80 characters.</returns>
    public static string Of(ScalarAt scalar)
    {
        string text = TextOf(scalar, MaximumCharacters + 1);
        return scalar.Kind == EventScalarKind.String
            ? new StringBuilder().AppendQuoted(Cut(text)).ToString()
            : Cut(text);
    }

    /// <summary>Shows what a field asks for.</summary>
    /// <param name="leaf">The list of alternatives.</param>
    /// <returns>The alternatives joined with "or".</returns>
    public static string Of(LeafPattern leaf)
    {
        IEnumerable<string> shown = leaf.Alternatives.Take(MaximumAlternatives).Select(item => Of(item.Match));
        string text = string.Join(" or ", shown);
        int hidden = leaf.Alternatives.Count - MaximumAlternatives;
        return hidden <= 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} or {hidden} more");
    }

    private static string Of(ValueMatch match) => Cut(match.ToString());

    /// <summary>Reads a scalar.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="maximumCharacters">The most characters to read.</param>
    /// <returns>The text of a string without its quotes, or the literal.</returns>
    public static string TextOf(ScalarAt scalar, int maximumCharacters)
    {
        // No character takes more than four bytes.
        int length = Math.Min(scalar.Bytes.Length, maximumCharacters * 4);
        string text = Encoding.UTF8.GetString(scalar.Bytes.Span[..length]);
        return text.Length <= maximumCharacters ? text : text[..maximumCharacters];
    }

    private static string Cut(string text)
    {
        if (text.Length <= MaximumCharacters)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[MaximumCharacters - 1]) ? MaximumCharacters - 1 : MaximumCharacters;
        return text[..end] + "…";
    }
}
