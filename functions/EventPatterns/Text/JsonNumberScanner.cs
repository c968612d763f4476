using System.Text;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Text;

/// <summary>Reads one JSON number.</summary>
internal static class JsonNumberScanner
{
    public static JsonToken Scan(string text, int start, JsonPath path, DiagnosticBag findings)
    {
        int end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '+' or '-' or '.'))
        {
            end++;
        }

        TextSpan span = TextSpan.Between(start, end);
        string literal = text[start..end];
        Finding? finding = Check(literal, end < text.Length ? text[end] : null);
        if (finding is not null)
        {
            findings.Report(finding, span, path);
        }

        return new(JsonTokenKind.Number, span, literal, finding is not null);
    }

    private static Finding? Check(string literal, char? next)
    {
        if (!JsonNumberGrammar.IsNumber(Encoding.ASCII.GetBytes(literal)))
        {
            return JsonFindings.InvalidNumber(literal, next);
        }

        return literal.Length > JsonNumberGrammar.MaximumLength ? JsonFindings.NumberTooLong(literal.Length) : null;
    }
}
