using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Matching;

/// <summary>Tells cheaply that the wildcards of a list are not complex, so that most patterns need no automaton.</summary>
internal static class WildcardBound
{
    private const int UsualLength = 64;

    /// <summary>Gets a score that the wildcards of a list do not exceed, whatever they share.</summary>
    /// <param name="leaf">The list.</param>
    /// <returns>The bound; 0 without wildcards.</returns>
    public static int Of(LeafPattern leaf)
    {
        int bound = 0;
        foreach (Alternative alternative in leaf.Alternatives)
        {
            foreach (WildcardMatch wildcard in alternative.Match.Wildcards)
            {
                bound += Of(wildcard);
            }
        }

        return bound;
    }

    /// <summary>Before the first star one beginning matches at a time; each star goes on matching once reached, and so may what follows it.</summary>
    private static int Of(WildcardMatch wildcard)
    {
        int bound = 1;
        foreach (byte[] piece in wildcard.Pieces[1..])
        {
            bound += 1 + LongestChain(piece);
        }

        return bound;
    }

    /// <summary>
    /// Beginnings of one piece match the same input where each is also an end of the next longer one. The piece's end, or the closing quote
    /// behind the last piece, is one more at most.
    /// </summary>
    private static int LongestChain(ReadOnlySpan<byte> piece)
    {
        int longest = 1;
        Span<int> border = piece.Length < UsualLength ? stackalloc int[UsualLength] : new int[piece.Length + 1];
        Span<int> chain = piece.Length < UsualLength ? stackalloc int[UsualLength] : new int[piece.Length + 1];
        border[0] = -1;
        for (int length = 1; length <= piece.Length; length++)
        {
            int shorter = border[length - 1];
            while (shorter >= 0 && piece[shorter] != piece[length - 1])
            {
                shorter = border[shorter];
            }

            border[length] = shorter + 1;
            chain[length] = chain[shorter + 1] + 1;
            longest = Math.Max(longest, chain[length]);
        }

        return longest;
    }
}
