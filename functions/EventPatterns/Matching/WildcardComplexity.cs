using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// EventBridge refuses wildcards that one input can follow too far at once. The score of a field is the largest number of beginnings of its
/// wildcard texts, quotes included, that a single input matches at the same time.
/// </summary>
internal static class WildcardComplexity
{
    /// <summary>Seen refused by EventBridge at 11, accepted at 9.</summary>
    private const int RefusedScore = 11;

    public static void Check(
        IReadOnlyList<IReadOnlyList<Condition>> branches,
        ObjectPattern pattern,
        DiagnosticBag findings
    )
    {
        int score = Score(branches);
        if (score >= RefusedScore)
        {
            findings.Report(ValueFindings.TooComplex(RefusedScore), pattern.Span, JsonPath.Root);
        }
        else if (score == RefusedScore - 1)
        {
            findings.Report(ValueFindings.NearlyTooComplex(score), pattern.Span, JsonPath.Root);
        }
    }

    /// <summary>Gets the largest score of any field, or 11 for all above.</summary>
    /// <param name="branches">The branches of a pattern.</param>
    /// <returns>The score, 0 without wildcards.</returns>
    public static int Score(IReadOnlyList<IReadOnlyList<Condition>> branches)
    {
        // Fields of different branches share EventBridge's automaton when all that is decided before them is the same.
        Dictionary<string, HashSet<string>> fields = new(StringComparer.Ordinal);
        Dictionary<string, List<WildcardMatch>> wildcards = new(StringComparer.Ordinal);
        foreach (IReadOnlyList<Condition> branch in branches)
        {
            StringBuilder before = new();
            foreach (Condition condition in branch)
            {
                Gather(condition, before + condition.Path, fields, wildcards);
                before.Append(condition.Index).Append('/');
            }
        }

        return wildcards.Values.Select(WildcardAutomaton.Score).DefaultIfEmpty(0).Max();
    }

    private static void Gather(
        Condition condition,
        string field,
        Dictionary<string, HashSet<string>> seen,
        Dictionary<string, List<WildcardMatch>> wildcards
    )
    {
        foreach (WildcardMatch wildcard in condition.Alternatives.SelectMany(WildcardsOf))
        {
            if (!seen.TryGetValue(field, out HashSet<string>? texts))
            {
                texts = new(StringComparer.Ordinal);
                seen.Add(field, texts);
                wildcards.Add(field, []);
            }

            if (texts.Add(wildcard.ToString()))
            {
                wildcards[field].Add(wildcard);
            }
        }
    }

    private static IEnumerable<WildcardMatch> WildcardsOf(ValueMatch match) =>
        match switch
        {
            WildcardMatch wildcard => [wildcard],
            AnythingButMatch anythingBut => anythingBut.Excluded.OfType<WildcardMatch>(),
            _ => [],
        };
}
