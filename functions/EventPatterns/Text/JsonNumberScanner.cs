using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Text;

/// <summary>Reads one JSON number.</summary>
internal static class JsonNumberScanner
{
    /// <summary>Jackson, EventBridge's JSON reader, takes no longer number.</summary>
    private const int MaximumLength = 1000;

    public static JsonToken Scan(string text, int start, JsonPath path, DiagnosticBag findings)
    {
        int end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '+' or '-' or '.'))
        {
            end++;
        }

        TextSpan span = TextSpan.Between(start, end);
        string literal = text[start..end];
        Finding? finding = Check(literal);
        if (finding is not null)
        {
            findings.Report(finding, span, path);
        }

        return new(JsonTokenKind.Number, span, literal, finding is not null);
    }

    private static Finding? Check(string literal)
    {
        if (!IsNumber(literal))
        {
            return JsonFindings.InvalidNumber(literal);
        }

        return literal.Length > MaximumLength ? JsonFindings.NumberTooLong(literal.Length) : null;
    }

    private static bool IsNumber(ReadOnlySpan<char> literal)
    {
        ReadOnlySpan<char> rest = literal.StartsWith('-') ? literal[1..] : literal;
        int whole = Digits(rest);
        if (whole == 0 || (whole > 1 && rest[0] == '0'))
        {
            return false;
        }

        rest = rest[whole..];
        if (rest.StartsWith('.'))
        {
            int fraction = Digits(rest[1..]);
            if (fraction == 0)
            {
                return false;
            }

            rest = rest[(fraction + 1)..];
        }

        return rest.IsEmpty || IsExponent(rest);
    }

    private static bool IsExponent(ReadOnlySpan<char> rest)
    {
        if (rest[0] is not ('e' or 'E') || rest.Length == 1)
        {
            return false;
        }

        ReadOnlySpan<char> digits = rest[1] is '+' or '-' ? rest[2..] : rest[1..];
        return digits.Length > 0 && Digits(digits) == digits.Length;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        int length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }
}
