using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// EventBridge refuses wildcards that one input can follow too far at once. The score of a field is the largest number of beginnings of its
/// wildcards, quotes included, that a single input matches at the same time, in the automaton that EventBridge's engine would build. The
/// wildcards of all branches that come to the field with the same decisions count together; those of one <c>anything-but</c> list count as
/// one where they share a beginning. The score of a pattern is that of its worst field. A pattern too large to be searched to the end counts
/// as <see cref="WarnedScore"/>: EventBridge may refuse it, and nobody should rely on it.
/// </summary>
internal static class WildcardComplexity
{
    /// <summary>Seen refused by EventBridge at 11, accepted at 9.</summary>
    private const int RefusedScore = WildcardAutomaton.Limit;

    private const int WarnedScore = RefusedScore - 1;

    public static void Check(IReadOnlyList<Branch> branches, DiagnosticBag findings)
    {
        if (HighestBound(branches) < WarnedScore)
        {
            return;
        }

        (int score, LeafPattern? leaf) = Highest(branches, new WildcardBudget());
        if (leaf is null || score < WarnedScore)
        {
            return;
        }

        Finding finding =
            score >= RefusedScore ? ValueFindings.TooComplex(RefusedScore) : ValueFindings.NearlyTooComplex(score);
        findings.Report(finding, leaf.Span, leaf.Path);
    }

    /// <summary>Gets the largest score of any field, and the last list that adds to it.</summary>
    /// <param name="branches">The branches of a pattern.</param>
    /// <param name="budget">What the search may cost.</param>
    /// <returns>The score, 0 without wildcards, 11 standing for all above.</returns>
    public static (int Score, LeafPattern? Leaf) Highest(IReadOnlyList<Branch> branches, WildcardBudget budget)
    {
        if (FirstWithWildcards(branches) is not { } any)
        {
            return (0, null);
        }

        (int Score, LeafPattern? Leaf) highest = (0, any);
        HashSet<string> scored = new(StringComparer.Ordinal);
        IEnumerable<FieldDecision> fields =
            branches.Count == 1 ? FieldsOf(branches[0], budget) : Reachable(Grow(branches, budget));
        foreach (FieldDecision field in fields)
        {
            int score = scored.Add(field.Wildcards) ? field.Score(budget) : 0;
            if (score > highest.Score)
            {
                highest = (score, field.Leaf);
            }

            if (score >= RefusedScore)
            {
                return highest;
            }
        }

        return budget.HasGivenUp && highest.Score < WarnedScore ? (WarnedScore, highest.Leaf) : highest;
    }

    /// <summary>Gets a score that no field exceeds, whatever its wildcards of all branches share.</summary>
    private static int HighestBound(IReadOnlyList<Branch> branches)
    {
        if (FirstWithWildcards(branches) is null)
        {
            return 0;
        }

        int highest = 0;
        Dictionary<string, int> bounds = new(StringComparer.Ordinal);
        foreach (Branch branch in branches)
        {
            for (int index = 0; index < branch.Count; index++)
            {
                (string path, LeafPattern leaf) = branch[index];
                if (leaf.HasWildcards)
                {
                    int bound = bounds.GetValueOrDefault(path) + WildcardBound.Of(leaf);
                    bounds[path] = bound;
                    highest = Math.Max(highest, bound);
                }
            }
        }

        return highest;
    }

    private static LeafPattern? FirstWithWildcards(IReadOnlyList<Branch> branches)
    {
        foreach (Branch branch in branches)
        {
            for (int index = 0; index < branch.Count; index++)
            {
                if (branch[index].Leaf.HasWildcards)
                {
                    return branch[index].Leaf;
                }
            }
        }

        return null;
    }

    /// <summary>Without <c>$or</c> no two lists meet in a field.</summary>
    private static IEnumerable<FieldDecision> FieldsOf(Branch branch, WildcardBudget budget)
    {
        foreach ((_, LeafPattern leaf) in branch)
        {
            if (leaf.HasWildcards)
            {
                FieldDecision field = new();
                field.Add(leaf, budget);
                yield return field;
            }

            if (leaf.Alternatives.All(alternative => alternative.Match.MatchesAbsence))
            {
                yield break;
            }
        }
    }

    /// <summary>Follows the branches as far as there are wildcards.</summary>
    private static DecisionNode Grow(IReadOnlyList<Branch> branches, WildcardBudget budget)
    {
        HashSet<string> paths = branches
            .SelectMany(branch => branch)
            .Where(field => field.Leaf.HasWildcards)
            .Select(field => field.Path)
            .ToHashSet(StringComparer.Ordinal);
        string last = paths.Max(StringComparer.Ordinal)!;
        DecisionNode root = new();
        foreach (Branch branch in branches)
        {
            HashSet<DecisionNode> nodes = [root];
            foreach (FieldCondition field in branch.TakeWhile(field => string.CompareOrdinal(field.Path, last) <= 0))
            {
                if (!budget.TrySpend(nodes.Count))
                {
                    return root;
                }

                nodes = [.. nodes.SelectMany(node => node.At(field.Path).Add(field.Leaf, budget))];
            }
        }

        return root;
    }

    private static IEnumerable<FieldDecision> Reachable(DecisionNode root)
    {
        HashSet<DecisionNode> seen = [root];
        Stack<DecisionNode> waiting = new(seen);
        while (waiting.TryPop(out DecisionNode? node))
        {
            foreach (FieldDecision field in node.Fields)
            {
                yield return field;
                foreach (DecisionNode next in field.Decided.Where(seen.Add))
                {
                    waiting.Push(next);
                }
            }
        }
    }
}
