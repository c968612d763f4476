namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>EP00xx: the text is not JSON.</summary>
internal static class JsonFindings
{
    private static readonly DiagnosticDescriptor UnexpectedKind = new(
        "EP0001",
        DiagnosticSeverity.Error,
        "unexpected character",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor UnterminatedStringKind = new(
        "EP0002",
        DiagnosticSeverity.Error,
        "string without its closing quote",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor InvalidEscapeKind = new(
        "EP0003",
        DiagnosticSeverity.Error,
        "escape that JSON does not have",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor ControlCharacterKind = new(
        "EP0004",
        DiagnosticSeverity.Error,
        "control character in a string",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor InvalidNumberKind = new(
        "EP0005",
        DiagnosticSeverity.Error,
        "number that JSON does not allow",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor UnknownLiteralKind = new(
        "EP0006",
        DiagnosticSeverity.Error,
        "word that is not JSON",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor MissingCommaKind = new(
        "EP0007",
        DiagnosticSeverity.Error,
        "missing comma",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor TrailingCommaKind = new(
        "EP0008",
        DiagnosticSeverity.Error,
        "comma before a closing bracket",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor MissingColonKind = new(
        "EP0009",
        DiagnosticSeverity.Error,
        "missing colon",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor UnexpectedEndKind = new(
        "EP0010",
        DiagnosticSeverity.Error,
        "text that ends too early",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor CommentKind = new(
        "EP0011",
        DiagnosticSeverity.Error,
        "comment",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor OtherQuotesKind = new(
        "EP0012",
        DiagnosticSeverity.Error,
        "quotes that are not double quotes",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor UnquotedNameKind = new(
        "EP0013",
        DiagnosticSeverity.Error,
        "field name without quotes",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor ByteOrderMarkKind = new(
        "EP0014",
        DiagnosticSeverity.Error,
        "byte order mark",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor TooDeepKind = new(
        "EP0015",
        DiagnosticSeverity.Error,
        "nested too deeply",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor NumberTooLongKind = new(
        "EP0016",
        DiagnosticSeverity.Error,
        "number with too many characters",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor WrongBracketKind = new(
        "EP0017",
        DiagnosticSeverity.Error,
        "bracket that closes nothing",
        Pages.Json
    );
    private static readonly DiagnosticDescriptor OtherNotationKind = new(
        "EP0018",
        DiagnosticSeverity.Error,
        "pattern in another notation than JSON",
        Pages.Syntax
    );

    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        UnexpectedKind,
        UnterminatedStringKind,
        InvalidEscapeKind,
        ControlCharacterKind,
        InvalidNumberKind,
        UnknownLiteralKind,
        MissingCommaKind,
        TrailingCommaKind,
        MissingColonKind,
        UnexpectedEndKind,
        CommentKind,
        OtherQuotesKind,
        UnquotedNameKind,
        ByteOrderMarkKind,
        TooDeepKind,
        NumberTooLongKind,
        WrongBracketKind,
        OtherNotationKind,
    ];

    /// <summary>A string that its line or the text ends.</summary>
    /// <param name="end">The line break, or <see langword="null"/> at the end of the text.</param>
    /// <param name="inName">Whether the string is a field name.</param>
    /// <returns>The finding.</returns>
    public static Finding UnterminatedString(char? end, bool inName) =>
        new(
            UnterminatedStringKind,
            "the string has no closing `\"`",
            "close the string on the line where it begins; a line break in a value is written `\\n`",
            end is { } control ? JacksonText.ControlCharacter(control, inName) : JacksonText.UnterminatedString(inName)
        );

    public static readonly Finding ByteOrderMark = new(
        ByteOrderMarkKind,
        "the text begins with a byte order mark (U+FEFF)",
        "save the file as UTF-8 without a byte order mark",
        JacksonText.Unexpected('\ufeff', JacksonText.Value)
    );

    public static Finding NoValue(string found) =>
        new(
            UnexpectedKind,
            $"unexpected `{found}`; expected a value",
            null,
            JacksonText.Unexpected(found[0], JacksonText.Value)
        );

    public static Finding NoName(string found) =>
        new(
            UnexpectedKind,
            $"unexpected `{found}`; expected a field name in double quotes",
            null,
            JacksonText.Unexpected(found[0], JacksonText.FieldName)
        );

    public static Finding InvalidEscape(string escape, char next) =>
        new(
            InvalidEscapeKind,
            $"`{escape}` is not an escape in JSON",
            "write a backslash as `\\\\`; JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits",
            JacksonText.InvalidEscape(escape, next)
        );

    public static Finding ControlCharacter(char character, bool inName) =>
        new(
            ControlCharacterKind,
            $"control character U+{(int)character:X4} inside a string",
            $"write it as `\\u{(int)character:x4}`",
            JacksonText.ControlCharacter(character, inName)
        );

    public static Finding InvalidNumber(string literal, char? next) =>
        new(
            InvalidNumberKind,
            $"`{Shorten(literal)}` is not a number in JSON",
            "no leading `+` or zeros, and digits on both sides of the point; a text needs double quotes",
            JacksonText.InvalidNumber(literal, next)
        );

    public static Finding UnknownLiteral(string word) =>
        new(
            UnknownLiteralKind,
            $"`{Shorten(word)}` is not a JSON value",
            LiteralLike(word) ?? $"a text needs double quotes: `\"{Shorten(word)}\"`",
            JacksonText.UnknownToken(word)
        );

    /// <summary>Makes the finding that the text is no JSON at all.</summary>
    /// <param name="word">Its first word.</param>
    /// <returns>The finding.</returns>
    public static Finding OtherNotation(string word) =>
        new(
            OtherNotationKind,
            "the pattern is written like YAML or Terraform, not as JSON",
            "a pattern is a JSON object: `{\"source\": [\"aws.ecs\"]}`",
            JacksonText.UnknownToken(word)
        );

    /// <summary>Makes the finding that the fields are written as in Terraform.</summary>
    /// <param name="first">The character at which EventBridge stops.</param>
    /// <param name="isQuoted">Whether the first name has its quotes.</param>
    /// <returns>The finding.</returns>
    public static Finding Terraform(char first, bool isQuoted) =>
        new(
            OtherNotationKind,
            "the pattern is written as in Terraform, not as JSON",
            "in JSON each name has double quotes, then `:`, and commas divide the fields: `{\"source\": [\"aws.ecs\"], \"detail\": {…}}`; in Terraform write `jsonencode({…})`",
            JacksonText.Unexpected(first, isQuoted ? JacksonText.Colon : JacksonText.FieldName)
        );

    public static Finding MissingComma(string next, char first, bool inArray) =>
        new(
            MissingCommaKind,
            $"missing `,` before `{Shorten(next)}`",
            null,
            JacksonText.Unexpected(first, JacksonText.Comma + (inArray ? "Array entries" : "Object entries"))
        );

    public static Finding TrailingComma(string close) =>
        new(
            TrailingCommaKind,
            $"`,` right before `{close}`",
            "remove the comma",
            JacksonText.Unexpected(close[0], close is "}" ? JacksonText.FieldName : JacksonText.Value)
        );

    public static Finding MissingColon(string name, char next) =>
        new(
            MissingColonKind,
            $"missing `:` after `\"{Shorten(name)}\"`",
            null,
            JacksonText.Unexpected(next, JacksonText.Colon)
        );

    public static bool IsUnterminatedString(DiagnosticDescriptor descriptor) => descriptor == UnterminatedStringKind;

    public static Finding UnexpectedEnd(string missing, string? detail) =>
        new(
            UnexpectedEndKind,
            "the pattern ends too early",
            missing.Length is > 0 and < 40 ? $"add `{missing}`" : null,
            detail
        );

    public static Finding Comment(char first, bool inName)
    {
        string expectation = inName ? JacksonText.FieldName : JacksonText.Value;
        return new(
            CommentKind,
            "comment; JSON has none",
            "remove it",
            JacksonText.Unexpected(first, first == '/' ? JacksonText.Comment : expectation)
        );
    }

    public static Finding OtherQuotes(char quote, bool inName) =>
        new(
            OtherQuotesKind,
            $"`{quote}` is not a quote in JSON",
            "use straight double quotes: `\"`",
            JacksonText.Unexpected(quote, inName ? JacksonText.FieldName : JacksonText.Value)
        );

    public static Finding UnquotedName(string name) =>
        new(
            UnquotedNameKind,
            $"field name `{Shorten(name)}` without double quotes",
            $"write `\"{Shorten(name)}\"`",
            JacksonText.Unexpected(name[0], JacksonText.FieldName)
        );

    public static Finding TooDeep(int limit) =>
        new(
            TooDeepKind,
            $"nested more than {limit} levels deep",
            null,
            $"Document nesting depth ({limit + 1}) exceeds the maximum allowed ({limit}, from `StreamReadConstraints.getMaxNestingDepth()`)"
        );

    public static Finding NumberTooLong(int length) =>
        new(NumberTooLongKind, $"number of {length} characters; EventBridge reads at most 1000");

    public static Finding WrongBracket(string found, string expected) =>
        new(WrongBracketKind, $"`{found}` where `{expected}` was expected")
        {
            Detail = JacksonText.CloseMarker(found, expected),
        };

    private static string? LiteralLike(string word) =>
        word switch
        {
            "True" or "TRUE" => "write `true`",
            "False" or "FALSE" => "write `false`",
            "None" or "Null" or "NULL" or "nil" or "undefined" => "write `null`",
            "NaN" or "Infinity" => "JSON has no such number",
            _ => null,
        };

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
