namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>EP01xx: the JSON is not built like a pattern.</summary>
internal static class StructureFindings
{
    private static readonly DiagnosticDescriptor NotAnObjectKind = new(
        "EP0101",
        DiagnosticSeverity.Error,
        "pattern that is not an object",
        Pages.Syntax
    );
    private static readonly DiagnosticDescriptor NeitherObjectNorArrayKind = new(
        "EP0102",
        DiagnosticSeverity.Error,
        "field with a plain value",
        Pages.Syntax
    );
    private static readonly DiagnosticDescriptor EmptyObjectKind = new(
        "EP0103",
        DiagnosticSeverity.Error,
        "empty object",
        Pages.Syntax
    );
    private static readonly DiagnosticDescriptor EmptyArrayKind = new(
        "EP0104",
        DiagnosticSeverity.Error,
        "empty list of values",
        Pages.Syntax
    );
    private static readonly DiagnosticDescriptor NestedArrayKind = new(
        "EP0105",
        DiagnosticSeverity.Error,
        "list within a list of values",
        Pages.Syntax
    );
    private static readonly DiagnosticDescriptor OrNotAnArrayKind = new(
        "EP0106",
        DiagnosticSeverity.Error,
        "$or without a list",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor OrTooFewKind = new(
        "EP0107",
        DiagnosticSeverity.Error,
        "$or with fewer than two alternatives",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor OrNotAnObjectKind = new(
        "EP0108",
        DiagnosticSeverity.Error,
        "$or alternative that is not an object",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor ReservedInOrKind = new(
        "EP0109",
        DiagnosticSeverity.Error,
        "reserved name within $or",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor DoubleEncodedKind = new(
        "EP0110",
        DiagnosticSeverity.Error,
        "pattern encoded twice",
        Pages.Syntax
    );

    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        NotAnObjectKind,
        NeitherObjectNorArrayKind,
        EmptyObjectKind,
        EmptyArrayKind,
        NestedArrayKind,
        OrNotAnArrayKind,
        OrTooFewKind,
        OrNotAnObjectKind,
        ReservedInOrKind,
        DoubleEncodedKind,
    ];

    public static readonly Finding EmptyObject = new(
        EmptyObjectKind,
        "empty object",
        "an empty object matches nothing in particular; remove the field or ask `[{\"exists\": true}]` of one of its fields",
        "Empty objects are not allowed"
    );

    public static readonly Finding EmptyArray = new(
        EmptyArrayKind,
        "empty list of values",
        "list at least one value; for a missing field write `[{\"exists\": false}]`, for JSON null `[null]`",
        "Empty arrays are not allowed"
    );

    public static readonly Finding NestedArray = new(
        NestedArrayKind,
        "list within a list",
        "EventBridge looks through arrays by itself; write the values in one list",
        "Match value must be String, number, true, false, or null"
    );

    public static readonly Finding OrNotAnArray = new(
        OrNotAnArrayKind,
        "`$or` needs a list of patterns",
        "write `\"$or\": [{…}, {…}]`",
        "It must be an Array followed with $or."
    );

    public static readonly Finding OrNotAnObject = new(
        OrNotAnObjectKind,
        "an alternative of `$or` is not an object",
        "each alternative is a pattern such as `{\"field\": [\"value\"]}`",
        "Only JSON object is allowed in array of $or relationship."
    );

    public static readonly Finding DoubleEncoded = new(
        DoubleEncodedKind,
        "the pattern is a JSON string that holds the pattern",
        "it was encoded twice: pass the inner text, without the outer quotes and backslashes",
        "Filter is not an object"
    );

    public static Finding NotAnObject(string found) =>
        new(
            NotAnObjectKind,
            $"the pattern is {found}, not an object",
            "begin with a field, for example `{\"source\": [\"aws.ecs\"]}`",
            "Filter is not an object"
        );

    public static Finding NeitherObjectNorArray(string name, string? mended) =>
        new(
            NeitherObjectNorArrayKind,
            $"`{name}` needs a list of values or an object",
            mended is null ? null : $"write `{mended}`",
            $"\"{name}\" must be an object or an array"
        );

    /// <summary>Makes the finding that a plain value is asked of a field that holds fields.</summary>
    /// <param name="name">The field.</param>
    /// <returns>The finding.</returns>
    public static Finding PlainObject(string name) =>
        NeitherObjectNorArray(name, mended: null) with
        {
            Hint = $"`{name}` is an object in events; ask for a field in it: `\"{name}\": {{\"…\": […]}}`",
        };

    /// <summary>Makes the finding that an event is no pattern.</summary>
    /// <param name="name">Its first field, at which EventBridge stops.</param>
    /// <param name="mended">A pattern for such events.</param>
    /// <returns>The finding.</returns>
    public static Finding Event(string name, string mended) =>
        new(
            NeitherObjectNorArrayKind,
            "this is an event, not a pattern: a pattern has lists of values where the event has one",
            $"keep only the fields that matter, each value in a list, for example `{mended}`",
            $"\"{name}\" must be an object or an array"
        );

    public static Finding OrTooFew(int count) =>
        new(
            OrTooFewKind,
            $"`$or` needs two alternatives or more and has {count}",
            "move a single alternative out of `$or`",
            "There must have at least 2 Objects in $or relationship."
        );

    public static Finding ReservedInOr(string name) =>
        new(
            ReservedInOrKind,
            $"`{name}` cannot be a field name inside `$or`",
            "EventBridge keeps operator names for itself there; if an operator was meant, put it in a list: `\"field\": [{…}]`",
            $"{name} is Ruler reserved fieldName which cannot be used inside $or."
        );
}
