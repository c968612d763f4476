using Firetiger.EventPatterns.Matching;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>Explains what a pattern says to an event. It takes its time: it reads the event on its own, and keeps what it finds.</summary>
internal static class MatchExplainer
{
    /// <summary>So many combinations of <c>$or</c> are told apart.</summary>
    private const int MaximumBranches = 3;

    /// <summary>Explains an event.</summary>
    /// <param name="branches">The combinations of <c>$or</c> branches.</param>
    /// <param name="utf8Event">The event.</param>
    /// <param name="isMatch">Whether it matches.</param>
    /// <returns>The explanation.</returns>
    public static MatchExplanation Explain(
        IReadOnlyList<IReadOnlyList<Condition>> branches,
        ReadOnlySpan<byte> utf8Event,
        bool isMatch
    )
    {
        FieldNode root = new();
        // Looked at for fields that a pattern has at the wrong level.
        root.Child("detail");
        foreach (Condition condition in branches.SelectMany(branch => branch).Distinct())
        {
            AddPath(root, condition.Path);
        }

        EventMistake? mistake = FlatEventReader.Read(utf8Event, root);
        return mistake is not null
            ? new MatchExplanation(isMatch, mistake, [], branches.Count)
            : new MatchExplanation(isMatch, null, Explain(branches, root, isMatch), branches.Count);
    }

    private static void AddPath(FieldNode root, string path)
    {
        FieldNode node = root;
        foreach (string name in path.Split('.'))
        {
            node = node.Child(name);
        }
    }

    private static IReadOnlyList<BranchExplanation> Explain(
        IReadOnlyList<IReadOnlyList<Condition>> branches,
        FieldNode root,
        bool isMatch
    )
    {
        Dictionary<Condition, FieldEvidence> evidence = branches
            .SelectMany(branch => branch)
            .Distinct()
            .ToDictionary(condition => condition, condition => new FieldEvidence(condition, root));
        List<BranchExplainer> closest =
        [
            .. branches
                .Select(branch => new BranchExplainer([.. branch.Select(condition => evidence[condition])]))
                .OrderBy(branch => branch.Failures),
        ];
        BranchExplanation? matching = isMatch ? FindMatching(closest) : null;
        return matching is null
            ? [.. closest.Take(MaximumBranches).Select(branch => branch.Explain(isKnownMatch: false))]
            : [matching];
    }

    private static BranchExplanation? FindMatching(List<BranchExplainer> branches) =>
        branches
            .TakeWhile(branch => branch.Failures == 0)
            .Select(branch => branch.Explain(isKnownMatch: true))
            .FirstOrDefault(branch => branch.IsMatch);
}
