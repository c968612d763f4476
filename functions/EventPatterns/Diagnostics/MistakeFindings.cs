namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>EP04xx: EventBridge takes it, but it likely is not what was meant.</summary>
internal static class MistakeFindings
{
    private static readonly DiagnosticDescriptor TextAfterPatternKind = new(
        "EP0401",
        DiagnosticSeverity.Warning,
        "text after the pattern",
        Pages.EventPatterns
    );
    private static readonly DiagnosticDescriptor DuplicatePathKind = new(
        "EP0402",
        DiagnosticSeverity.Warning,
        "field given twice",
        Pages.EventPatterns
    );
    private static readonly DiagnosticDescriptor OperatorAsFieldKind = new(
        "EP0403",
        DiagnosticSeverity.Warning,
        "operator outside a list",
        Pages.Syntax
    );
    private static readonly DiagnosticDescriptor UnknownEnvelopeFieldKind = new(
        "EP0404",
        DiagnosticSeverity.Error,
        "top-level field that no event has",
        Pages.EventStructure
    )
    {
        StrictSince = 1,
    };
    private static readonly DiagnosticDescriptor NearMissKind = new(
        "EP0405",
        DiagnosticSeverity.Error,
        "value that is nearly a known one",
        Pages.EcsEvents
    )
    {
        StrictSince = 1,
    };
    private static readonly DiagnosticDescriptor UnknownValueKind = new(
        "EP0406",
        DiagnosticSeverity.Warning,
        "value that is not known",
        Pages.EcsEvents
    );
    private static readonly DiagnosticDescriptor WrongTypeKind = new(
        "EP0407",
        DiagnosticSeverity.Error,
        "value of the wrong JSON type",
        Pages.EcsEvents
    )
    {
        StrictSince = 1,
    };
    private static readonly DiagnosticDescriptor OutOfMemoryFieldKind = new(
        "EP0408",
        DiagnosticSeverity.Warning,
        "out of memory sought in stoppedReason",
        Pages.EcsStoppedTasks
    );
    private static readonly DiagnosticDescriptor LiteralGlobKind = new(
        "EP0409",
        DiagnosticSeverity.Warning,
        "star in a plain string",
        Pages.Operators
    );

    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        TextAfterPatternKind,
        DuplicatePathKind,
        OperatorAsFieldKind,
        UnknownEnvelopeFieldKind,
        NearMissKind,
        UnknownValueKind,
        WrongTypeKind,
        OutOfMemoryFieldKind,
        LiteralGlobKind,
    ];

    public static readonly Finding TextAfterPattern = new(
        TextAfterPatternKind,
        "text after the pattern; EventBridge does not read it",
        "remove it"
    );

    public static readonly Finding OutOfMemoryField = new(
        OutOfMemoryFieldKind,
        "ECS does not report an out-of-memory kill in `stoppedReason`",
        "match the container's reason: `{\"detail\": {\"containers\": {\"reason\": [{\"prefix\": \"OutOfMemoryError\"}]}}}`"
    );

    public static Finding DuplicatePath(string path) =>
        new(
            DuplicatePathKind,
            $"the field `{path}` is given twice; only the last one counts",
            "put all values in one list (OR), or remove one; EventBridge has no AND on one field"
        );

    public static Finding OperatorAsField(string name) =>
        new(
            OperatorAsFieldKind,
            $"`{name}` is a field name here, not an operator",
            $"put the operator in a list: `[{{\"{name}\": …}}]`"
        );

    public static Finding UnknownEnvelopeField(string name, string? suggestion) =>
        new(
            UnknownEnvelopeFieldKind,
            $"no event has a top-level field `{name}`, so this never matches",
            suggestion is not null
                ? $"did you mean `{suggestion}`?"
                : "the fields of the event itself are under `detail`"
        );

    public static Finding NearMiss(string field, string written, string known, bool othersMayMatch) =>
        new(NearMissKind, $"`{written}` is not a {field} of ECS, so it never matches", $"did you mean `{known}`?")
        {
            OnlyWarns = othersMayMatch,
        };

    public static Finding UnknownValue(string field, string written) =>
        new(
            UnknownValueKind,
            $"`{written}` is not a known {field} of ECS",
            "check the spelling; ECS may add values at any time"
        );

    public static Finding WrongType(string field, string expected, string? mended, bool othersMayMatch) =>
        new(
            WrongTypeKind,
            $"`{field}` is a {expected} in ECS events, so this never matches",
            mended is null ? null : $"write `{mended}`"
        )
        {
            OnlyWarns = othersMayMatch,
        };

    public static Finding LiteralGlob(string value) =>
        new(LiteralGlobKind, $"the `*` in `{value}` is a plain star here", $"write `{{\"wildcard\": \"{value}\"}}`");
}
