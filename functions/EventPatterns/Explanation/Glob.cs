namespace Firetiger.EventPatterns.Explanation;

/// <summary>What a text with <c>*</c> would match if the star stood for any characters. Only for hints: escapes are not looked at.</summary>
internal static class Glob
{
    public static bool Matches(string glob, string text, StringComparison comparison)
    {
        string[] pieces = glob.Split('*');
        if (
            pieces.Length < 2
            || text.Length < pieces[0].Length + pieces[^1].Length
            || !text.StartsWith(pieces[0], comparison)
            || !text.EndsWith(pieces[^1], comparison)
        )
        {
            return false;
        }

        int at = pieces[0].Length;
        int end = text.Length - pieces[^1].Length;
        foreach (string piece in pieces[1..^1])
        {
            int found = text.IndexOf(piece, at, end - at, comparison);
            if (found < 0)
            {
                return false;
            }

            at = found + piece.Length;
        }

        return true;
    }
}
