namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>EP04xx: a value is not one that the field has in events.</summary>
internal static class EventValueFindings
{
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
    private static readonly DiagnosticDescriptor ImpossibleEnvelopeKind = new(
        "EP0416",
        DiagnosticSeverity.Error,
        "value that the top-level field never has",
        Pages.EventStructure
    )
    {
        StrictSince = 1,
    };
    private static readonly DiagnosticDescriptor FormKind = new(
        "EP0417",
        DiagnosticSeverity.Warning,
        "part of a value given as the whole",
        Pages.EcsEvents
    );
    private static readonly DiagnosticDescriptor SentenceKind = new(
        "EP0418",
        DiagnosticSeverity.Warning,
        "free text matched exactly",
        Pages.EcsStoppedTasks
    );
    private static readonly DiagnosticDescriptor ExcludesNothingKind = new(
        "EP0423",
        DiagnosticSeverity.Warning,
        "anything-but that excludes nothing",
        Pages.EcsEvents
    );
    private static readonly DiagnosticDescriptor AbsentBeforeKind = new(
        "EP0424",
        DiagnosticSeverity.Warning,
        "exists false that looks at all items of a list",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor ForeignDetailTypeKind = new(
        "EP0427",
        DiagnosticSeverity.Error,
        "detail-type of ECS with another source",
        Pages.EcsEvents
    )
    {
        StrictSince = 1,
    };
    private static readonly DiagnosticDescriptor ForeignResourceKind = new(
        "EP0428",
        DiagnosticSeverity.Warning,
        "ARN that these events do not name",
        Pages.EcsEvents
    );

    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        NearMissKind,
        UnknownValueKind,
        WrongTypeKind,
        OutOfMemoryFieldKind,
        ImpossibleEnvelopeKind,
        FormKind,
        SentenceKind,
        ExcludesNothingKind,
        AbsentBeforeKind,
        ForeignDetailTypeKind,
        ForeignResourceKind,
    ];

    public static Finding NearMiss(string field, string written, string known, Consequence consequence) =>
        new Finding(
            NearMissKind,
            $"`{written}` is not a {field} of ECS, {consequence.Text()}",
            $"did you mean `{known}`?"
        ).With(consequence);

    public static Finding UnknownValue(string field, string written, string? hint) =>
        new(
            UnknownValueKind,
            $"`{written}` is not a known {field} of ECS",
            hint ?? "check the spelling; ECS may add values at any time"
        );

    public static Finding MatchesNoKnownValue(string field, string written, string example) =>
        new(
            UnknownValueKind,
            $"`{written}` matches no known {field} of ECS",
            $"upper and lower case matter; a value that ECS sends is `{example}`"
        );

    public static Finding WrongType(string field, string expected, string? hint, Consequence consequence) =>
        new Finding(WrongTypeKind, $"`{field}` is a {expected} in ECS events, {consequence.Text()}", hint).With(
            consequence
        );

    public static Finding OutOfMemoryField(string hint) =>
        new(OutOfMemoryFieldKind, "ECS does not report an out-of-memory kill in `stoppedReason`", hint);

    public static Finding ImpossibleEnvelope(string written, string expected, string hint, Consequence consequence) =>
        new Finding(ImpossibleEnvelopeKind, $"`{written}` is not {expected}, {consequence.Text()}", hint).With(
            consequence
        );

    public static Finding Form(string message, string hint) => new(FormKind, message, hint);

    public static Finding Sentence(string field, string mended) =>
        new(
            SentenceKind,
            $"`{field}` is free text, which AWS rewords and fills with names and ids; this matches only exactly this text",
            $"match its beginning: `{mended}`"
        );

    public static Finding ExcludesNothing(string message, string hint) => new(ExcludesNothingKind, message, hint);

    public static Finding AbsentBefore(string list, string absent, string other) =>
        new(
            AbsentBeforeKind,
            $"EventBridge decides the fields of one item in alphabetical order, `{absent}` before `{other}`, so this asks that no item of `{list}` has `{absent}`",
            $"it does not ask that the item with this `{other}` has no `{absent}`; EventBridge cannot say that"
        );

    public static Finding ForeignDetailType(string source, string detailType, Consequence consequence) =>
        new Finding(
            ForeignDetailTypeKind,
            $"`{source}` does not send `{detailType}`, {consequence.Text()}",
            "did you mean `aws.ecs`?"
        ).With(consequence);

    public static Finding ForeignResource(string written, string expected, string hint) =>
        new(
            ForeignResourceKind,
            $"`{written}` is not among the `resources` of these events, which name {expected}",
            hint
        );
}
