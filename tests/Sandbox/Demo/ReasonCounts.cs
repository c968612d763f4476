namespace Firetiger.Sandbox.Demo;

/// <summary>Counts equal reasons, for a reader.</summary>
internal static class ReasonCounts
{
    /// <summary>Renders the counts.</summary>
    /// <param name="reasons">A reason for each event.</param>
    /// <returns>A line for each reason, the most frequent first.</returns>
    public static IReadOnlyList<string> Lines(IEnumerable<string> reasons) =>
        [
            .. reasons
                .CountBy(reason => reason, StringComparer.Ordinal)
                .OrderByDescending(group => group.Value)
                .Select(group => $"{group.Value} x {group.Key}"),
        ];
}
