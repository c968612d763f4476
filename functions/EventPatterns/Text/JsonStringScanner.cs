using System.Buffers;
using System.Globalization;
using System.Text;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Text;

/// <summary>Reads one JSON string. A lone surrogate escape is fine, as it is for EventBridge.</summary>
internal static class JsonStringScanner
{
    private static readonly SearchValues<char> NotPlain = SearchValues.Create([
        '"',
        '\\',
        .. Enumerable.Range(0, ' ').Select(code => (char)code),
    ]);

    public static JsonToken Scan(string text, int start, bool isName, JsonPath path, DiagnosticBag findings)
    {
        int plain = text.AsSpan(start + 1).IndexOfAny(NotPlain);
        return plain >= 0 && text[start + 1 + plain] == '"'
            ? new(JsonTokenKind.String, new TextSpan(start, plain + 2), text.Substring(start + 1, plain))
            : ScanPieces(text, start, isName, path, findings);
    }

    private static JsonToken ScanPieces(string text, int start, bool isName, JsonPath path, DiagnosticBag findings)
    {
        StringBuilder value = new();
        bool mistaken = false;
        int offset = start + 1;
        while (offset < text.Length && text[offset] != '"')
        {
            if (text[offset] is '\n' or '\r')
            {
                return Unterminated(text, start, offset, isName, path, findings);
            }

            int length = text[offset] == '\\' ? Escape(text, offset, value) : Plain(text[offset], value);
            if (length < 0)
            {
                length = -length;
                mistaken = true;
                Report(text, offset, length, isName, path, findings);
            }

            offset += length;
        }

        return offset >= text.Length
            ? Unterminated(text, start, text.Length, isName, path, findings)
            : new(JsonTokenKind.String, TextSpan.Between(start, offset + 1), value.ToString(), mistaken);
    }

    // Both return how many characters they took, negative for a mistake.
    private static int Plain(char character, StringBuilder value)
    {
        value.Append(character);
        return character < ' ' ? -1 : 1;
    }

    private static int Escape(string text, int offset, StringBuilder value)
    {
        if (offset + 1 >= text.Length)
        {
            return -1;
        }

        if (text[offset + 1] == 'u')
        {
            return Hexadecimal(text, offset, value);
        }

        int known = "\"\\/bfnrt".IndexOf(text[offset + 1], StringComparison.Ordinal);
        value.Append(known < 0 ? text[offset + 1] : "\"\\/\b\f\n\r\t"[known]);
        return known < 0 ? -2 : 2;
    }

    private static int Hexadecimal(string text, int offset, StringBuilder value)
    {
        if (
            offset + 6 > text.Length
            || !ushort.TryParse(
                text.AsSpan(offset + 2, 4),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out ushort unit
            )
        )
        {
            return -2;
        }

        value.Append((char)unit);
        return 6;
    }

    /// <summary>Gets the first character that is no hexadecimal digit.</summary>
    private static char AfterHexadecimal(string text, int offset)
    {
        int end = offset;
        while (end < text.Length && char.IsAsciiHexDigit(text[end]))
        {
            end++;
        }

        return end < text.Length ? text[end] : '\0';
    }

    private static void Report(string text, int offset, int length, bool isName, JsonPath path, DiagnosticBag findings)
    {
        Finding finding =
            text[offset] == '\\'
                ? JsonFindings.InvalidEscape(text.Substring(offset, length), AfterHexadecimal(text, offset + length))
                : JsonFindings.ControlCharacter(text[offset], isName);
        findings.Report(finding, new TextSpan(offset, length), path);
    }

    private static JsonToken Unterminated(
        string text,
        int start,
        int end,
        bool isName,
        JsonPath path,
        DiagnosticBag findings
    )
    {
        // Brackets and commas at the end of the line were most likely meant to stand outside.
        int length = text.AsSpan(start, end - start).TrimEnd("]},: \t").Length;
        TextSpan span = new(start, length);
        char? lineBreak = end < text.Length ? text[end] : null;
        findings.Report(JsonFindings.UnterminatedString(lineBreak, isName), span, path);
        return new(JsonTokenKind.String, span, text[(start + 1)..span.End], IsMistaken: true);
    }
}
