namespace Firetiger.PatternValidator.Judgement;

/// <summary>EventBridge's error texts.</summary>
internal static class EventBridgeText
{
    private const string Preamble = "Event pattern is not valid. Reason: ";

    /// <summary>Leaves what tells something.</summary>
    /// <param name="text">
    /// Such as <c>Event pattern is not valid. Reason: Unrecognized match type x</c>, with the whole pattern on the next line.
    /// </param>
    /// <returns>Such as <c>Unrecognized match type x</c>.</returns>
    public static string Shorten(string text)
    {
        var firstLine = text.AsSpan().Trim();
        firstLine = firstLine[..(firstLine.IndexOfAny('\r', '\n') is var end and >= 0 ? end : firstLine.Length)];
        return firstLine.StartsWith(Preamble, StringComparison.Ordinal)
            ? firstLine[Preamble.Length..].ToString()
            : firstLine.ToString();
    }
}
