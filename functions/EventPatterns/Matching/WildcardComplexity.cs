using Firetiger.EventPatterns.Diagnostics;
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
        (int score, LeafPattern? leaf) = Highest(branches, new WildcardBudget());
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
    /// <param name="budget">What the search may cost. A score is a lower bound once that is spent.</param>
    /// <returns>The score, 0 without wildcards.</returns>
    public static (int Score, LeafPattern? Leaf) Highest(
        IReadOnlyList<IReadOnlyList<Condition>> branches,
        WildcardBudget budget
    )
    {
        (int Score, LeafPattern? Leaf) highest = (0, null);
        foreach (FieldWildcards field in FieldWildcards.Of(branches))
        {
            int score = WildcardAutomaton.Score(field.Wildcards, budget);
            if (score > highest.Score)
            {
                highest = (score, field.Leaf);
            }

            if (score >= RefusedScore)
            {
                break;
            }
        }

        return highest;
    }
}
