using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>EP04xx: EventBridge takes it, but the pattern as a whole likely does not mean what its author meant.</summary>
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
    private static readonly DiagnosticDescriptor UselessBranchKind = new(
        "EP0425",
        DiagnosticSeverity.Warning,
        "$or alternative that adds nothing",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor TooBroadKind = new(
        "EP0426",
        DiagnosticSeverity.Warning,
        "pattern for the events of all services",
        Pages.BestPractices
    );

    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        TextAfterPatternKind,
        DuplicatePathKind,
        OperatorAsFieldKind,
        UselessBranchKind,
        TooBroadKind,
    ];

    public static readonly Finding TextAfterPattern = new(
        TextAfterPatternKind,
        "text after the pattern; EventBridge does not read it",
        "remove it"
    );

    /// <summary>Makes the finding that fields stand behind the pattern.</summary>
    /// <param name="brace">Where the pattern ends.</param>
    /// <returns>The finding.</returns>
    public static Finding ClosedTooEarly(TextPosition brace) =>
        TextAfterPattern with
        {
            Hint = $"the `}}` at {brace.Line}:{brace.Column} closes the pattern too early: remove it",
        };

    /// <summary>Gets the finding that nothing says whose events are meant.</summary>
    public static readonly Finding NoSource = new(
        TooBroadKind,
        "neither `source` nor `detail-type` is given, so events of every service and application are taken",
        "say whose events are meant, for example `\"source\": [\"aws.ecs\"]`"
    );

    public static readonly Finding AnySource = new(
        TooBroadKind,
        "this takes events of every service and application",
        "list the sources that are meant, for example `[\"aws.ecs\"]`"
    );

    public static readonly Finding AnyAwsSource = new(
        TooBroadKind,
        "this takes events of every AWS service",
        "list the sources that are meant, for example `[\"aws.ecs\"]`"
    );

    public static Finding DuplicatePath(string path, bool withinOr) =>
        new(
            DuplicatePathKind,
            withinOr
                ? $"the field `{path}` is given before already; in this alternative of `$or` only the last one counts"
                : $"the field `{path}` is given twice; only the last one counts",
            "put all values in one list if any of them may match, or remove one; EventBridge cannot ask two things of one field"
        );

    public static Finding OperatorAsField(string name) =>
        new(
            OperatorAsFieldKind,
            $"`{name}` is a field name here, not an operator",
            $"put the operator in a list: `[{{\"{name}\": …}}]`"
        );

    public static Finding UselessBranch(int swallower) =>
        new(
            UselessBranchKind,
            $"whatever this alternative of `$or` matches, alternative {swallower} matches already",
            "remove it, or ask for more in the other one"
        );
}
