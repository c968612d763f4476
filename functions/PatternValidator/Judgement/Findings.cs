using Firetiger.EventPatterns;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.PatternValidator.Judgement;

/// <summary>Our own findings, by what they mean for the verdict. Each list is in order of place.</summary>
/// <param name="Refusals">EventBridge would refuse the pattern, as far as we know.</param>
/// <param name="Mistakes">EventBridge would take it, but under these options it must not pass: it cannot match.</param>
/// <param name="All">Every finding, warnings included.</param>
internal sealed record Findings(
    IReadOnlyList<Diagnostic> Refusals,
    IReadOnlyList<Diagnostic> Mistakes,
    IReadOnlyList<Diagnostic> All
)
{
    /// <summary>Gets what there is to say when the analysis took too long: nothing, not even that the pattern is good.</summary>
    public static Findings Unfinished { get; } = new([], [], []) { IsFinished = false };

    /// <summary>Gets a value indicating whether the pattern was analyzed to the end.</summary>
    public bool IsFinished { get; private init; } = true;

    /// <summary>Gets the findings that are errors, of either kind.</summary>
    public IReadOnlyList<Diagnostic> Errors => [.. All.Where(IsError)];

    /// <summary>Analyzes a pattern.</summary>
    /// <param name="eventPattern">The pattern as JSON text.</param>
    /// <param name="options">How to judge it.</param>
    /// <returns>What was found.</returns>
    public static Findings Of(string eventPattern, AnalysisOptions options)
    {
        var all = EventPattern.Analyze(eventPattern, options).Diagnostics;
        var errors = all.Where(IsError).ToLookup(finding => finding.Descriptor.StrictSince is null);
        return new Findings([.. errors[true]], [.. errors[false]], all);
    }

    private static bool IsError(Diagnostic finding) => finding.Severity == DiagnosticSeverity.Error;
}
