using System.Numerics;

namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>Finds what somebody likely meant.</summary>
internal static class SpellChecker
{
    /// <summary>No name that could be meant is longer.</summary>
    private const int LongestName = 200;

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
        if (
            Math.Abs(first.Length - second.Length) >= limit
            || second.Length > LongestName
            || CountOnlyIn(first, second) >= limit
        )
        {
            return limit;
        }

        Span<int> above = stackalloc int[second.Length + 1];
        Span<int> last = stackalloc int[second.Length + 1];
        Span<int> row = stackalloc int[second.Length + 1];
        for (int column = 0; column <= second.Length; column++)
        {
            last[column] = column;
        }

        for (int line = 1; line <= first.Length; line++)
        {
            if (FillRow(first, second, line, row, last, above) >= limit)
            {
                return limit;
            }

            Span<int> free = above;
            above = last;
            last = row;
            row = free;
        }

        return Math.Min(last[^1], limit);
    }

    /// <summary>Counts letters of the first text that the second lacks: each takes an edit.</summary>
    private static int CountOnlyIn(string first, string second) =>
        BitOperations.PopCount(Letters(first) & ~Letters(second));

    /// <summary>Gets a bit for each letter in a text, in either case; other characters share these bits.</summary>
    private static uint Letters(string text)
    {
        uint letters = 0;
        foreach (char character in text)
        {
            letters |= 1u << (character & 31);
        }

        return letters;
    }

    /// <summary>Fills the costs of one character of the first text, and returns the least of them.</summary>
    private static int FillRow(
        string first,
        string second,
        int line,
        Span<int> row,
        ReadOnlySpan<int> last,
        ReadOnlySpan<int> above
    )
    {
        row[0] = line;
        int least = line;
        for (int column = 1; column <= second.Length; column++)
        {
            bool isSame = first[line - 1] == second[column - 1];
            int cost = Math.Min(last[column - 1] + (isSame ? 0 : 1), Math.Min(last[column], row[column - 1]) + 1);
            bool isSwapped =
                line > 1
                && column > 1
                && first[line - 1] == second[column - 2]
                && first[line - 2] == second[column - 1];
            row[column] = isSwapped ? Math.Min(cost, above[column - 2] + 1) : cost;
            least = Math.Min(least, row[column]);
        }

        return least;
    }
}
