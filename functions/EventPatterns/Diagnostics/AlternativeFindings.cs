namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>EP04xx: the values of a list do not do what they seem to.</summary>
internal static class AlternativeFindings
{
    private static readonly DiagnosticDescriptor LiteralGlobKind = new(
        "EP0409",
        DiagnosticSeverity.Warning,
        "star in a plain string",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor RegexKind = new(
        "EP0419",
        DiagnosticSeverity.Warning,
        "regular expression",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor EncodedJsonKind = new(
        "EP0420",
        DiagnosticSeverity.Warning,
        "JSON in a plain string",
        Pages.Syntax
    );
    private static readonly DiagnosticDescriptor MatchesAllKind = new(
        "EP0421",
        DiagnosticSeverity.Warning,
        "values that match everything",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor UselessKind = new(
        "EP0422",
        DiagnosticSeverity.Warning,
        "value that adds nothing",
        Pages.Operators
    );

    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        LiteralGlobKind,
        RegexKind,
        EncodedJsonKind,
        MatchesAllKind,
        UselessKind,
    ];

    public static readonly Finding EncodedJson = new(
        EncodedJsonKind,
        "the value is JSON text in a string, and is compared as text",
        "if it was encoded twice, write the inner JSON itself, without the outer quotes and backslashes"
    );

    public static Finding LiteralGlob(string written, string hint) =>
        new(LiteralGlobKind, $"the `*` in `{written}` is a plain star here", hint);

    public static Finding Regex(string written) =>
        new(
            RegexKind,
            $"`{written}` looks like a regular expression; EventBridge has none and compares it as plain text",
            "use `prefix`, `suffix` or `wildcard`, or list the values"
        );

    public static Finding MatchesAll(bool orMissing, string hint) =>
        new(
            MatchesAllKind,
            orMissing
                ? "one of these values always matches, whether the field is there or not"
                : "one of these values always matches, whatever the field holds",
            hint
        );

    public static Finding Useless(string written, string other) =>
        new(
            UselessKind,
            string.Equals(written, other, StringComparison.Ordinal)
                ? $"`{written}` stands in this list twice"
                : $"`{written}` adds nothing: `{other}` in the same list matches it already",
            "remove it"
        );

    public static Finding UselessBesideExists() =>
        new(
            UselessKind,
            "the other values of this list add nothing, because any value matches `{\"exists\": true}`",
            "remove `exists`; a listed value matches only a field that is there"
        );
}
