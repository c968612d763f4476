using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>The last line of a check: how many findings there are.</summary>
internal static class FindingsSummary
{
    public static string Render(IReadOnlyList<Diagnostic> findings, string fileName)
    {
        var errors = findings.Count(finding => finding.Severity == DiagnosticSeverity.Error);
        return findings.Count == 0
            ? $"{fileName}: no findings"
            : $"{fileName}: {Counted.Of(errors, "error")}, {Counted.Of(findings.Count - errors, "warning")}";
    }
}
