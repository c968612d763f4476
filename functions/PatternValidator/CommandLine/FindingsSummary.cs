using System.Globalization;
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
            : $"{fileName}: {Count(errors, "error")}, {Count(findings.Count - errors, "warning")}";
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
