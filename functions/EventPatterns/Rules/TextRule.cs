using System.Buffers;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Ecs;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Rules;

/// <summary>Plain strings that look like something which EventBridge would have to interpret: globs, regular expressions, JSON.</summary>
internal static class TextRule
{
    private static readonly SearchValues<string> RegexSigns = SearchValues.Create(
        [".*", "+", "[", "(", "\\d", "\\w"],
        StringComparison.Ordinal
    );

    private static readonly SearchValues<string> CertainSigns = SearchValues.Create(
        ["(?:", "[0-9]", "[a-z]"],
        StringComparison.OrdinalIgnoreCase
    );

    public static void Check(LeafPattern leaf, EcsField? field, DiagnosticBag findings)
    {
        foreach (Alternative alternative in leaf.Alternatives)
        {
            Finding? finding = alternative.Match switch
            {
                ExactStringMatch exact => OfExact(exact.Text, field),
                AnythingButMatch anythingBut => OfExcluded(anythingBut),
                WildcardMatch wildcard when IsRegex(wildcard.Text) => AlternativeFindings.Regex(wildcard.Text),
                PrefixMatch prefix when IsRegex(prefix.Text) => AlternativeFindings.Regex(prefix.Text),
                SuffixMatch suffix when IsRegex(suffix.Text) => AlternativeFindings.Regex(suffix.Text),
                PrefixMatch prefix when prefix.Text.EndsWith('*') => OfAffix(prefix.Text, PrefixMatch.Operator),
                SuffixMatch suffix when suffix.Text.StartsWith('*') => OfAffix(suffix.Text, SuffixMatch.Operator),
                _ => null,
            };
            if (finding is not null)
            {
                findings.Report(finding, alternative.Span, alternative.Path);
            }
        }
    }

    /// <summary>Tells whether a plain string has such a finding, so that nothing else need be said of it.</summary>
    /// <param name="text">The string.</param>
    /// <returns><see langword="true"/> if it has.</returns>
    public static bool Explains(string text) =>
        text.Contains('*', StringComparison.Ordinal) || IsRegex(text) || IsJson(text);

    private static Finding? OfExact(string text, EcsField? field)
    {
        if (IsRegex(text))
        {
            return AlternativeFindings.Regex(text);
        }

        if (text.Contains('*', StringComparison.Ordinal))
        {
            return AlternativeFindings.LiteralGlob(text, HintFor(text, field));
        }

        return IsJson(text) ? AlternativeFindings.EncodedJson : null;
    }

    private static Finding? OfExcluded(AnythingButMatch anythingBut)
    {
        ExactStringMatch? glob = null;
        foreach (ValueMatch excluded in anythingBut.Excluded)
        {
            if (excluded is ExactStringMatch exact)
            {
                if (IsRegex(exact.Text))
                {
                    return AlternativeFindings.Regex(exact.Text);
                }

                glob ??= exact.Text.Contains('*', StringComparison.Ordinal) ? exact : null;
            }
        }

        return glob is null
            ? null
            : AlternativeFindings.LiteralGlob(glob.Text, $"write `{{\"anything-but\": {Wildcards(anythingBut)}}}`");
    }

    private static Finding OfAffix(string text, string name) =>
        AlternativeFindings.LiteralGlob(
            text,
            $"a {name} needs no star: write `{{\"{name}\": {JsonQuoting.Quoted(text.Trim('*'))}}}`, or use `wildcard`"
        );

    private static string HintFor(string text, EcsField? field)
    {
        if (field?.Path is "source" && text.AsSpan().TrimEnd('*') is "aws." or "aws" or "")
        {
            return "list the sources that are meant, for example `[\"aws.ecs\"]`";
        }

        if (text.AsSpan().Trim('*').IsEmpty)
        {
            return "write `{\"exists\": true}` for any value, or remove the field";
        }

        int star = text.IndexOf('*', StringComparison.Ordinal);
        int last = text.LastIndexOf('*');
        if (star == text.Length - 1)
        {
            return $"write `{{\"prefix\": {JsonQuoting.Quoted(text[..star])}}}`";
        }

        return star == last && star == 0
            ? $"write `{{\"suffix\": {JsonQuoting.Quoted(text[1..])}}}`"
            : $"write `{{\"wildcard\": {Wildcard(text)}}}`";
    }

    private static string Wildcards(AnythingButMatch anythingBut)
    {
        List<string> texts = [.. anythingBut.Excluded.OfType<ExactStringMatch>().Select(exact => Wildcard(exact.Text))];
        string operand = texts.Count == 1 ? texts[0] : $"[{string.Join(", ", texts)}]";
        return $"{{\"wildcard\": {operand}}}";
    }

    private static string Wildcard(string text)
    {
        string escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal);
        while (escaped.Contains("**", StringComparison.Ordinal))
        {
            escaped = escaped.Replace("**", "*", StringComparison.Ordinal);
        }

        return JsonQuoting.Quoted(escaped);
    }

    /// <summary>Asks for two signs: tickers begin with <c>^</c>, and prices and names of variables have a <c>$</c>.</summary>
    private static bool IsRegex(string text)
    {
        if (text.Length <= 2)
        {
            return false;
        }

        int anchors = (text[0] == '^' ? 1 : 0) + (text[^1] == '$' ? 1 : 0);
        return anchors == 2
            || (anchors == 1 && text.AsSpan().ContainsAny(RegexSigns))
            || text.AsSpan().ContainsAny(CertainSigns);
    }

    private static bool IsJson(string text) =>
        text.Length > 4 && text.StartsWith("{\"", StringComparison.Ordinal) && text.EndsWith('}');
}
