namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>EP02xx: an operator is unknown or has the wrong kind of operand.</summary>
internal static class OperatorFindings
{
    private static readonly DiagnosticDescriptor UnknownKind = new(
        "EP0201",
        DiagnosticSeverity.Error,
        "unknown operator",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor NamelessKind = new(
        "EP0202",
        DiagnosticSeverity.Error,
        "empty object in a list of values",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor TwoOperatorsKind = new(
        "EP0203",
        DiagnosticSeverity.Error,
        "two operators in one object",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor NotAStringKind = new(
        "EP0204",
        DiagnosticSeverity.Error,
        "operand that is not a string",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor UnsupportedNestedKind = new(
        "EP0205",
        DiagnosticSeverity.Error,
        "operator that cannot be combined so",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor NestedNamelessKind = new(
        "EP0206",
        DiagnosticSeverity.Error,
        "empty object as an operand",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor ExistsOperandKind = new(
        "EP0207",
        DiagnosticSeverity.Error,
        "exists without true or false",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor OrInListKind = new(
        "EP0208",
        DiagnosticSeverity.Error,
        "$or in a list of values",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor NumericNotAnArrayKind = new(
        "EP0209",
        DiagnosticSeverity.Error,
        "numeric without a list",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor NumericComparisonKind = new(
        "EP0210",
        DiagnosticSeverity.Error,
        "unknown numeric comparison",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor NumericOperandKind = new(
        "EP0211",
        DiagnosticSeverity.Error,
        "numeric comparison with something else than a number",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor NumericTooManyKind = new(
        "EP0212",
        DiagnosticSeverity.Error,
        "too much in a numeric comparison",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor NumericRangeKind = new(
        "EP0213",
        DiagnosticSeverity.Error,
        "range that does not go from lower to upper bound",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor AnythingButOperandKind = new(
        "EP0214",
        DiagnosticSeverity.Error,
        "anything-but with an unsuitable operand",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor AnythingButItemKind = new(
        "EP0215",
        DiagnosticSeverity.Error,
        "anything-but list with an unsuitable item",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor AnythingButMixedKind = new(
        "EP0216",
        DiagnosticSeverity.Error,
        "anything-but list of mixed or no items",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor AnythingButEmptyAffixKind = new(
        "EP0217",
        DiagnosticSeverity.Error,
        "anything-but with an empty prefix or suffix",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor AnythingButNestedItemKind = new(
        "EP0218",
        DiagnosticSeverity.Error,
        "anything-but operator with an unsuitable operand",
        Pages.Operators
    );

    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        UnknownKind,
        NamelessKind,
        TwoOperatorsKind,
        NotAStringKind,
        UnsupportedNestedKind,
        NestedNamelessKind,
        ExistsOperandKind,
        OrInListKind,
        NumericNotAnArrayKind,
        NumericComparisonKind,
        NumericOperandKind,
        NumericTooManyKind,
        NumericRangeKind,
        AnythingButOperandKind,
        AnythingButItemKind,
        AnythingButMixedKind,
        AnythingButEmptyAffixKind,
        AnythingButNestedItemKind,
    ];

    public static readonly Finding Nameless = new(
        NamelessKind,
        "empty object in a list of values",
        "write an operator such as `{\"prefix\": \"…\"}`, or remove it",
        "Match expression name not found"
    );

    public static readonly Finding OrInList = new(
        OrInListKind,
        "`$or` cannot stand in a list of values",
        "the values of one list are alternatives already; `$or` is a field of an object: `{\"$or\": [{…}, {…}]}`",
        "Unrecognized match type $or"
    );

    public static readonly Finding NumericNotAnArray = new(
        NumericNotAnArrayKind,
        "`numeric` needs a list",
        "write `{\"numeric\": [\">\", 5]}`",
        "Value of numeric must be an array."
    );

    public static readonly Finding AnythingButOperand = new(
        AnythingButOperandKind,
        "`anything-but` takes a string, a number, a list of either, or an operator",
        "for null, true or false ask for what you do want, or use `exists`",
        "Value of anything-but must be an array or single string/number value."
    );

    public static readonly Finding AnythingButItem = new(
        AnythingButItemKind,
        "the list of `anything-but` takes only strings or only numbers",
        "an operator goes without the list: `{\"anything-but\": {\"prefix\": \"…\"}}`",
        "Inside anything but list, start|null|boolean is not supported."
    );

    public static readonly Finding AnythingButMixed = new(
        AnythingButMixedKind,
        "the list of `anything-but` needs at least one value, and all strings or all numbers",
        "values of both kinds cannot be left out together; a number in quotes is a string",
        "Inside anything but list, either all values are number or string, mixed type is not supported"
    );

    public static readonly Finding AnythingButEmptyAffix = new(
        AnythingButEmptyAffixKind,
        "empty prefix or suffix in `anything-but`",
        "every string has it, so nothing could match",
        "Null prefix/suffix not allowed"
    );

    public static Finding Unknown(string name, string? suggestion) =>
        new(
            UnknownKind,
            $"`{name}` is not an EventBridge operator",
            suggestion is null ? null : $"did you mean `{suggestion}`?",
            $"Unrecognized match type {name}"
        );

    public static Finding OfOtherLanguage(string name, string hint) =>
        Unknown(name, suggestion: null) with
        {
            Hint = hint,
        };

    public static Finding FieldInList(string name) =>
        Unknown(name, suggestion: null) with
        {
            Hint =
                $"EventBridge looks through arrays by itself: write the fields of their elements without a list, `{{\"{name}\": […]}}`",
        };

    public static Finding TwoOperators(string name) =>
        new(
            TwoOperatorsKind,
            $"one operator only; `{name}` is a second one",
            "operators of one field are alternatives: `[{…}, {…}]`; EventBridge has no AND on one field",
            "Only one key allowed in match expression"
        );

    public static Finding TwoOperatorsAfterValue(string name) =>
        TwoOperators(name) with
        {
            Detail = "Too many elements in numeric expression",
        };

    public static Finding NotAString(string name, string? detail = null, string? hint = null) =>
        new(
            NotAStringKind,
            $"`{name}` needs a string",
            hint ?? $"write `{{\"{name}\": \"…\"}}`; for several, write one such object each",
            detail ?? $"{name} match pattern must be a string"
        );

    public static Finding UnsupportedNested(string outer, string inner, string? suggestion) =>
        new(
            UnsupportedNestedKind,
            $"`{outer}` cannot be combined with `{inner}`",
            suggestion is not null
                ? $"did you mean `{suggestion}`?"
                : "only these go together: `prefix` or `suffix` with `equals-ignore-case`; `anything-but` with `prefix`, `suffix`, `equals-ignore-case` or `wildcard`",
            $"Unsupported {outer} pattern: {inner}"
        );

    public static Finding NestedNameless(string outer, string detail) =>
        new(
            NestedNamelessKind,
            $"`{outer}` has an empty object as its operand",
            $"write what is asked for, such as `{{\"{outer}\": \"…\"}}`",
            detail
        );

    public static Finding ExistsOperand(bool isStringified) =>
        new(
            ExistsOperandKind,
            "`exists` needs true or false",
            isStringified ? StringifiedHint : null,
            "exists match pattern must be either true or false."
        );

    public static Finding NumericComparison(string found, string detail) =>
        new(
            NumericComparisonKind,
            $"{found} is not a numeric comparison",
            found is "`!=`" or "`<>`" or "`ne`"
                ? "to leave a number out write `{\"anything-but\": 5}`"
                : "use `=`, `<`, `<=`, `>` or `>=`; a range is `[\">\", 0, \"<=\", 5]`",
            detail
        );

    public static Finding NumericOperand(string comparison, bool isStringified) =>
        new(
            NumericOperandKind,
            $"`{comparison}` needs a number",
            isStringified ? StringifiedHint : null,
            $"Value of {(comparison is "=" ? "equals" : comparison)} must be numeric"
        );

    public static Finding NumericTooMany(string detail) =>
        new(
            NumericTooManyKind,
            "too much in a `numeric` list",
            "one comparison, or a lower and an upper bound",
            detail
        );

    public static Finding NumericRange(string message, string? hint, string detail) =>
        new(NumericRangeKind, message, hint, detail);

    public static Finding AnythingButNestedItem(string name, string detail) =>
        new(
            AnythingButNestedItemKind,
            $"`{name}` in `anything-but` takes a string or a list of strings",
            $"write `{{\"anything-but\": {{\"{name}\": \"…\"}}}}`, or several strings in a list",
            detail
        );

    private const string StringifiedHint =
        "remove the quotes; CloudFormation makes every scalar of a custom resource's property a string: pass the pattern as one JSON string";
}
