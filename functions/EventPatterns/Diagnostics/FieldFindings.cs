namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>EP04xx: a field is not where events have it.</summary>
internal static class FieldFindings
{
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
        "EP0410",
        DiagnosticSeverity.Error,
        "field name that is nearly a known one",
        Pages.EcsEvents
    )
    {
        StrictSince = 1,
    };
    private static readonly DiagnosticDescriptor UnknownFieldKind = new(
        "EP0411",
        DiagnosticSeverity.Warning,
        "field that is not known",
        Pages.EcsEvents
    );
    private static readonly DiagnosticDescriptor MisplacedKind = new(
        "EP0412",
        DiagnosticSeverity.Warning,
        "field in the wrong place",
        Pages.EcsEvents
    );
    private static readonly DiagnosticDescriptor OtherDetailTypeKind = new(
        "EP0413",
        DiagnosticSeverity.Warning,
        "field that this detail-type does not have",
        Pages.EcsEvents
    );
    private static readonly DiagnosticDescriptor ValuesOfObjectKind = new(
        "EP0414",
        DiagnosticSeverity.Error,
        "values asked of an object",
        Pages.EcsEvents
    )
    {
        StrictSince = 1,
    };
    private static readonly DiagnosticDescriptor FieldsOfValueKind = new(
        "EP0415",
        DiagnosticSeverity.Error,
        "fields asked of a plain value",
        Pages.EcsEvents
    )
    {
        StrictSince = 1,
    };

    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        UnknownEnvelopeFieldKind,
        NearMissKind,
        UnknownFieldKind,
        MisplacedKind,
        OtherDetailTypeKind,
        ValuesOfObjectKind,
        FieldsOfValueKind,
    ];

    public static Finding UnknownEnvelopeField(string name, string? suggestion, Consequence consequence) =>
        new Finding(
            UnknownEnvelopeFieldKind,
            $"no event has a top-level field `{name}`, {consequence.Text()}",
            suggestion is not null
                ? $"did you mean `{suggestion}`?"
                : "the fields of the event itself are under `detail`"
        ).With(consequence);

    /// <summary>Makes a finding that the pattern was given with what templates put around it.</summary>
    public static Finding Wrapper(string name, Consequence consequence) =>
        UnknownEnvelopeField(name, suggestion: null, consequence) with
        {
            Hint = $"give only the pattern: what is inside `{name}`",
        };

    /// <summary>Makes a finding that only the case of a name is wrong.</summary>
    public static Finding WrongCase(string path, string known, Consequence consequence) =>
        new Finding(
            NearMissKind,
            $"ECS events have no `{path}` (upper and lower case matter), {consequence.Text()}",
            $"did you mean `{known}`?"
        ).With(consequence);

    public static Finding Misspelt(string path, string known) =>
        new(NearMissKind, $"ECS events have no `{path}`", $"did you mean `{known}`?") { OnlyWarns = true };

    public static Finding UnknownField(string path) =>
        new(
            UnknownFieldKind,
            $"`{path}` is not a known field of ECS events",
            "check the spelling against a real event; ECS may add fields at any time"
        );

    public static Finding Misplaced(string path, string known) =>
        new(MisplacedKind, $"ECS events have no `{path}`", $"did you mean `{known}`?");

    public static Finding OtherDetailType(string path, string carriers, string? suggestion) =>
        new(
            OtherDetailTypeKind,
            $"the events that this detail-type asks for have no `{path}`; it is in {carriers}",
            suggestion is null ? "remove it, or change `detail-type`" : $"did you mean `{suggestion}`?"
        );

    public static Finding NotInEvents(string path, string? suggestion) =>
        new(
            OtherDetailTypeKind,
            $"ECS reports `{path}` in its API; its events are known to leave it out",
            suggestion is null ? null : $"did you mean `{suggestion}`?"
        );

    public static Finding ValuesOfObject(string path, string type, string? example, Consequence consequence) =>
        new Finding(
            ValuesOfObjectKind,
            $"`{path}` is {type}, and a list of values looks for a plain value, {consequence.Text()}",
            example is null
                ? "ask for one of the fields in it"
                : $"ask for one of the fields in it, for example `{example}`"
        ).With(consequence);

    /// <summary>Makes a finding that an object counts as missing.</summary>
    public static Finding ObjectCountsAsMissing(string path, string type, string? example) =>
        new Finding(
            ValuesOfObjectKind,
            $"`{path}` is {type}, which `exists` takes for a missing field, so this is always true",
            example is null
                ? "ask for one of the fields in it"
                : $"ask for one of the fields in it, for example `{example}`"
        )
        {
            OnlyWarns = true,
        };

    public static Finding FieldsOfValue(string path, string type, Consequence consequence) =>
        new Finding(
            FieldsOfValueKind,
            $"`{path}` is a {type} without fields in it, {consequence.Text()}",
            $"give it a list of values: `\"{path[(path.LastIndexOf('.') + 1)..]}\": […]`"
        ).With(consequence);
}
