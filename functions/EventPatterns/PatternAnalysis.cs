using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns;

/// <summary>What there is to say of a pattern.</summary>
/// <param name="Pattern">The pattern, or <see langword="null"/> when EventBridge would refuse it, or when its <c>$or</c>s multiply to too many combinations (EP0315).</param>
/// <param name="Diagnostics">Every finding, in order of place.</param>
public sealed record PatternAnalysis(EventPattern? Pattern, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Gets a value indicating whether any finding is an error.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
