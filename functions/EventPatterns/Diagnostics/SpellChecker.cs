namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>Finds what somebody likely meant.</summary>
internal static class SpellChecker
{
    /// <summary>Finds the closest candidate with at most one edit for every three characters; equal but for case wins.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="candidates">What could have been meant.</param>
    /// <returns>The closest candidate, or <see langword="null"/>.</returns>
    public static string? Suggest(string written, IEnumerable<string> candidates)
    {
        string? best = null;
        int allowed = written.Length / 3;
        foreach (string candidate in candidates)
        {
            int distance = string.Equals(written, candidate, StringComparison.OrdinalIgnoreCase)
                ? 0
                : Distance(written, candidate, allowed + 1);
            if (distance <= allowed && (best is null || distance < allowed || distance == 0))
            {
                best = candidate;
                allowed = distance;
            }

            if (distance == 0)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>Tells whether two texts differ, but only in case or by one edit.</summary>
    /// <param name="written">One text.</param>
    /// <param name="known">The other.</param>
    /// <returns><see langword="true"/> for a near miss.</returns>
    public static bool IsNearMiss(string written, string known) =>
        !string.Equals(written, known, StringComparison.Ordinal)
        && (
            string.Equals(written, known, StringComparison.OrdinalIgnoreCase)
            || Distance(written.ToUpperInvariant(), known.ToUpperInvariant(), 2) <= 1
        );

    // Damerau's distance: two swapped neighbours are one edit. Anything beyond the limit counts as the limit.
    private static int Distance(string first, string second, int limit)
    {
        if (Math.Abs(first.Length - second.Length) >= limit)
        {
            return limit;
        }

        int[][] cost = [.. Enumerable.Range(0, first.Length + 1).Select(_ => new int[second.Length + 1])];
        for (int row = 0; row <= first.Length; row++)
        {
            for (int column = 0; column <= second.Length; column++)
            {
                cost[row][column] = Cell(cost, first, second, row, column);
            }
        }

        return Math.Min(cost[first.Length][second.Length], limit);
    }

    private static int Cell(int[][] cost, string first, string second, int row, int column)
    {
        if (row == 0 || column == 0)
        {
            return row + column;
        }

        bool same = first[row - 1] == second[column - 1];
        int best = Math.Min(
            cost[row - 1][column - 1] + (same ? 0 : 1),
            Math.Min(cost[row - 1][column], cost[row][column - 1]) + 1
        );
        bool swapped =
            row > 1 && column > 1 && first[row - 1] == second[column - 2] && first[row - 2] == second[column - 1];
        return swapped ? Math.Min(best, cost[row - 2][column - 2] + 1) : best;
    }
}
