using Firetiger.EventPatterns;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.PatternValidator.Protocol;

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

    /// <summary>Gets what the pattern does to the user's samples, or <see langword="null"/> when it could not be tried on them.</summary>
    public SampleResults? Samples { get; init; }

    /// <summary>Gets the findings that are errors, of either kind.</summary>
    public IReadOnlyList<Diagnostic> Errors => [.. All.Where(IsError)];

    /// <summary>Analyzes a pattern, and tries it on the samples.</summary>
    /// <param name="properties">The pattern, how to judge it, and the samples.</param>
    /// <returns>What was found.</returns>
    public static Findings Of(PatternProperties properties)
    {
        var analysis = EventPattern.Analyze(properties.EventPattern, properties.Options);
        var errors = analysis.Diagnostics.Where(IsError).ToLookup(finding => finding.Descriptor.StrictSince is null);
        return new Findings([.. errors[true]], [.. errors[false]], analysis.Diagnostics)
        {
            Samples = analysis.Pattern is { } pattern ? SampleResults.Of(pattern, properties) : null,
        };
    }

    private static bool IsError(Diagnostic finding) => finding.Severity == DiagnosticSeverity.Error;
}
