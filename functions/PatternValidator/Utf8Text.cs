using System.Text;

namespace Firetiger.PatternValidator;

/// <summary>Text that has to fit into a number of bytes.</summary>
internal static class Utf8Text
{
    private const string Ellipsis = "…";

    /// <summary>Cuts text between characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maximumBytes">The most UTF-8 bytes; at least 3.</param>
    /// <returns>The text if it fits, or what fits of it with an ellipsis.</returns>
    public static string Cut(string text, int maximumBytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= maximumBytes)
        {
            return text;
        }

        var room = maximumBytes - Encoding.UTF8.GetByteCount(Ellipsis);
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length] + Ellipsis;
    }
}
