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

    /// <summary>
    /// Before the first star one beginning matches at a time, and none once the star is reached. Each star goes on matching then, and so may
    /// beginnings of what follows it: not those that end in another byte than the closing quote, when that is read.
    /// </summary>
    private static int Of(WildcardMatch wildcard)
    {
        int stars = wildcard.Pieces.Length - 1;
        int within = stars;
        int quotes = 0;
        foreach (byte[] piece in wildcard.Pieces[1..])
        {
            within += LongestChain(piece);
            quotes |= piece.AsSpan().Contains((byte)'"') ? 1 : 0;
        }

        return Math.Max(within + quotes, stars + 1);
    }

    /// <summary>Beginnings of one piece match the same input where each is also an end of the next longer one.</summary>
    private static int LongestChain(ReadOnlySpan<byte> piece)
    {
        int longest = 0;
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
