using System.Text;
using System.Text.Json;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>Tells people where JSON breaks.</summary>
internal static class EventMistakes
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    public static EventMistake NotAnObject(JsonTokenType found) =>
        new(
            new TextPosition(1, 1),
            found switch
            {
                JsonTokenType.StartArray => "an event is a JSON object, and this is an array",
                JsonTokenType.String => "an event is a JSON object, and this is a string",
                JsonTokenType.Number => "an event is a JSON object, and this is a number",
                _ => "an event is a JSON object, and this is a literal",
            }
        );

    public static EventMistake Of(ReadOnlySpan<byte> text, JsonException exception)
    {
        if (text.StartsWith(ByteOrderMark))
        {
            return new(new TextPosition(1, 1), "a byte order mark stands before the JSON");
        }

        if (text.Trim(" \t\r\n"u8).IsEmpty)
        {
            return new(new TextPosition(1, 1), "there is nothing");
        }

        int line = checked((int)(exception.LineNumber ?? 0));
        ReadOnlySpan<byte> rest = text;
        for (int skipped = 0; skipped < line; skipped++)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        int before = checked((int)Math.Min(exception.BytePositionInLine ?? 0, rest.Length));
        int column = Encoding.UTF8.GetCharCount(rest[..before]);
        bool isEnd = rest[before..].Trim(" \t\r\n"u8).IsEmpty;
        return new(new TextPosition(line + 1, column + 1), isEnd ? "the text ends too early" : MessageOf(exception));
    }

    /// <summary>Makes the mistake of a number that EventBridge's reader refuses.</summary>
    /// <param name="before">The text before it.</param>
    /// <returns>The mistake.</returns>
    public static EventMistake NumberTooLong(ReadOnlySpan<byte> before)
    {
        int line = before.Count((byte)'\n');
        int column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
        string message = $"a number has more than {JsonNumberGrammar.MaximumLength} characters";
        return new(new TextPosition(line + 1, column + 1), message);
    }

    // The first sentence says what is wrong. The others are for programmers, or tell the place once more.
    private static string MessageOf(JsonException exception)
    {
        int end = exception.Message.IndexOf(". ", StringComparison.Ordinal);
        string sentence = end < 0 ? exception.Message : exception.Message[..end];
        return sentence.Replace(" in this mode", "", StringComparison.Ordinal);
    }
}
