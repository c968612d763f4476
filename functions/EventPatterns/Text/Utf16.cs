namespace Firetiger.EventPatterns.Text;

/// <summary>Steps through UTF-16 that may hold lone surrogates.</summary>
internal static class Utf16
{
    /// <summary>Gets how many code units the character at an index has.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Where the character begins.</param>
    /// <returns>2 for a pair of surrogates, else 1.</returns>
    public static int LengthAt(ReadOnlySpan<char> text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
}
