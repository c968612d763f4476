using System.Globalization;
using System.Text;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Findings as workflow commands, which GitHub shows beside the lines of a pull request.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message</remarks>
internal static class GithubReport
{
    /// <summary>Renders findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="file">The file that has them, or <see langword="null"/> when there is none to show them beside.</param>
    /// <returns>The lines, each ended by a line feed.</returns>
    public static string Render(IReadOnlyList<Diagnostic> findings, string? file)
    {
        var output = new StringBuilder();
        foreach (var finding in findings)
        {
            var severity = finding.Severity == DiagnosticSeverity.Error ? "error" : "warning";
            var message = finding.Hint is null ? finding.Message : $"{finding.Message}\n{finding.Hint}";
            var place = file is null ? "" : $"file={EscapeProperty(file)},";
            output.Append(CultureInfo.InvariantCulture, $"::{severity} {place}{Range(finding)},title={finding.Code}::");
            output.Append(EscapeData(message)).Append('\n');
        }

        return output.ToString();
    }

    private static string Range(Diagnostic finding) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"line={finding.Line},col={finding.Column},endLine={finding.End.Line},endColumn={finding.End.Column}"
        );

    private static string EscapeData(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) =>
        EscapeData(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
