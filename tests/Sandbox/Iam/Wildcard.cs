namespace Firetiger.Sandbox.Iam;

/// <summary>Patterns of policies: <c>*</c> is any run of characters, <c>?</c> any one.</summary>
internal static class Wildcard
{
    private const int ArnParts = 6;

    /// <summary>Matches the whole of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern.</param>
    /// <returns>Whether it matches, letter case included.</returns>
    public static bool IsMatch(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        int at = 0,
            next = 0,
            star = -1,
            resume = 0;
        while (at < text.Length)
        {
            if (next < pattern.Length && pattern[next] == '*')
            {
                star = next++;
                resume = at;
            }
            else if (next < pattern.Length && (pattern[next] == '?' || pattern[next] == text[at]))
            {
                next++;
                at++;
            }
            else if (star >= 0)
            {
                next = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[next..].TrimStart('*').IsEmpty;
    }

    /// <summary>Matches an ARN part by part: a wildcard does not reach past a colon, save in the last part.</summary>
    /// <param name="arn">The ARN, or <c>*</c> for an action that knows no resources.</param>
    /// <param name="pattern">The pattern.</param>
    /// <returns>Whether it matches.</returns>
    public static bool IsArnMatch(string arn, string pattern)
    {
        if (pattern is "*")
        {
            return true;
        }

        var parts = arn.Split(':', ArnParts);
        var patterns = pattern.Split(':', ArnParts);
        return parts.Length == patterns.Length && parts.Zip(patterns).All(pair => IsMatch(pair.First, pair.Second));
    }
}
