using System.Buffers;
using System.Globalization;

namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>The words of Jackson, EventBridge's JSON reader.</summary>
internal static class JacksonText
{
    public const string FieldName = "was expecting double-quote to start field name";
    public const string Value =
        "expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
    public const string Comma = "was expecting comma to separate ";
    public const string Colon = "was expecting a colon to separate field name and value";
    public const string Comment =
        "maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)";

    private static readonly SearchValues<char> Digits = SearchValues.Create("-0123456789");

    public static string Unexpected(char character, string expectation) =>
        $"Unexpected character ({Describe(character)}): {expectation}";

    public static string UnterminatedString(bool inName) =>
        inName
            ? "Unexpected end-of-input in field name"
            : "Unexpected end-of-input: was expecting closing quote for a string value";

    public static string ControlCharacter(char character, bool inName) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Illegal unquoted character ((CTRL-CHAR, code {(int)character})): has to be escaped using backslash to be included in {(inName ? "name" : "string value")}"
        );

    public static string EndBetween(bool inArray) =>
        $"Unexpected end-of-input within/between {(inArray ? "Array" : "Object")} entries";

    public static string EndWithin(bool inArray) =>
        $"Unexpected end-of-input: expected close marker for {(inArray ? "Array" : "Object")}";

    /// <summary>Gets the words for an escape: <c>\u</c> wants four hexadecimal digits.</summary>
    /// <param name="escape">The escape as far as it goes.</param>
    /// <param name="next">What follows it.</param>
    /// <returns>The words.</returns>
    public static string InvalidEscape(string escape, char next) =>
        escape is ['\\', 'u', ..]
            ? $"Unexpected character ({Describe(next)}): expected a hex-digit for character escape sequence"
            : $"Unrecognized character escape {Describe(escape[^1])}";

    public static string UnknownToken(string word) =>
        word is "NaN" or "Infinity" or "-Infinity" or "INF" or "-INF"
            ? $"Non-standard token '{word}': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow"
            : $"Unrecognized token '{word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

    /// <summary>Gets the words for the commonest mistakes in numbers.</summary>
    /// <param name="literal">The number.</param>
    /// <param name="next">What follows it, unless the text ends.</param>
    /// <returns>The words, or <see langword="null"/> for a rarer mistake.</returns>
    public static string? InvalidNumber(string literal, char? next) =>
        literal switch
        {
            "-Infinity" or "-INF" => UnknownToken(literal),
            ['+', ..] =>
                $"Unexpected character ({Describe('+')}) in numeric value: JSON spec does not allow numbers to have plus signs: "
                    + "enable `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow",
            ['0', 'x' or 'X', ..] => Unexpected(literal[1], Comma + "Array entries"),
            ['.', ..] => Unexpected('.', Value),
            ['0', >= '0' and <= '9', ..] or ['-', '0', >= '0' and <= '9', ..] =>
                "Invalid numeric value: Leading zeroes not allowed",
            _ => next is { } known ? MissingDigit(literal, known) : null,
        };

    private static string? MissingDigit(string literal, char next)
    {
        string text = literal + next;
        int end = text.AsSpan().IndexOfAnyExcept(Digits);
        if (literal.StartsWith('-') && !char.IsAsciiDigit(text[1]))
        {
            return InNumber(text[1], "expected digit (0-9) to follow minus sign, for valid numeric value");
        }

        if (text[end] == '.' && !char.IsAsciiDigit(text[end + 1]))
        {
            return InNumber(text[end + 1], "Decimal point not followed by a digit");
        }

        int exponent = text.AsSpan().IndexOfAny('e', 'E');
        int digits = exponent + 1 < literal.Length && text[exponent + 1] is '+' or '-' ? exponent + 2 : exponent + 1;
        return exponent > 0 && !char.IsAsciiDigit(text[digits])
            ? InNumber(text[digits], "Exponent indicator not followed by a digit")
            : null;
    }

    private static string InNumber(char character, string expectation) =>
        $"Unexpected character ({Describe(character)}) in numeric value: {expectation}";

    public static string CloseMarker(string found, string expected) =>
        $"Unexpected close marker '{found}': expected '{expected}'";

    public static string Describe(char character)
    {
        int code = character;
        return code > byte.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"'{character}' (code {code} / 0x{code:x})")
            : string.Create(CultureInfo.InvariantCulture, $"'{character}' (code {code})");
    }
}
