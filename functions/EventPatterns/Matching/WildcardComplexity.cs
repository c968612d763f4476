using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// EventBridge refuses wildcards that one input can follow too far at once. The score of a field is the largest number of beginnings of its
/// wildcard texts, quotes included, that a single input matches at the same time.
/// </summary>
internal static class WildcardComplexity
{
    /// <summary>Seen refused by EventBridge at 11, accepted at 9.</summary>
    private const int RefusedScore = 11;

    public static void Check(IReadOnlyList<IReadOnlyList<Condition>> branches, DiagnosticBag findings)
    {
        (int score, LeafPattern? leaf) = Highest(branches);
        if (leaf is null || score < RefusedScore - 1)
        {
            return;
        }

        Finding finding =
            score >= RefusedScore ? ValueFindings.TooComplex(RefusedScore) : ValueFindings.NearlyTooComplex(score);
        findings.Report(finding, leaf.Span, leaf.Path);
    }

    /// <summary>Gets the largest score of any field, 11 standing for all above, and the last list that adds to it.</summary>
    /// <param name="branches">The branches of a pattern.</param>
    /// <returns>The score, 0 without wildcards.</returns>
    public static (int Score, LeafPattern? Leaf) Highest(IReadOnlyList<IReadOnlyList<Condition>> branches)
    {
        // Fields of different branches share EventBridge's automaton when all that is decided before them is the same.
        Dictionary<string, FieldWildcards> fields = new(StringComparer.Ordinal);
        foreach (IReadOnlyList<Condition> branch in branches)
        {
            StringBuilder before = new();
            foreach (Condition condition in branch)
            {
                Gather(condition, before + condition.Path, fields);
                before.Append(condition.Index).Append('/');
            }
        }

        return fields
            .Values.Select(field => (WildcardAutomaton.Score(field.Wildcards), field.Leaf))
            .OrderByDescending(field => field.Item1)
            .FirstOrDefault();
    }

    private static void Gather(Condition condition, string name, Dictionary<string, FieldWildcards> fields)
    {
        foreach (
            WildcardMatch wildcard in condition.Leaf.Alternatives.SelectMany(alternative =>
                WildcardsOf(alternative.Match)
            )
        )
        {
            if (!fields.TryGetValue(name, out FieldWildcards? field))
            {
                field = new FieldWildcards();
                fields.Add(name, field);
            }

            field.Add(wildcard, condition.Leaf);
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
