namespace Firetiger.EventPatterns.Explanation;

/// <summary>Why an event matches a pattern, or does not.</summary>
/// <param name="IsMatch">Whether it matches: always what <see cref="EventPattern.IsMatch"/> says.</param>
/// <param name="Mistake">Where the event stops being a JSON object, or <see langword="null"/>.</param>
/// <param name="Branches">
/// The combination of <c>$or</c> branches that matches, or the few that come closest, closest first. A pattern without <c>$or</c> has one.
/// Empty when the event has a mistake.
/// </param>
/// <param name="BranchCount">How many combinations the pattern has.</param>
public sealed record MatchExplanation(
    bool IsMatch,
    EventMistake? Mistake,
    IReadOnlyList<BranchExplanation> Branches,
    int BranchCount
);
