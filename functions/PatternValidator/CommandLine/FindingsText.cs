using System.Globalization;
using System.Text;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Findings for people: the message, the line it is about, the place marked, and what to do.</summary>
internal static class FindingsText
{
    public static string Render(IReadOnlyList<Diagnostic> findings, string pattern, string fileName)
    {
        var text = new StringBuilder();
        var lines = pattern.ReplaceLineEndings("\n").Split('\n');
        foreach (var finding in findings)
        {
            Append(text, finding, lines, fileName);
        }

        return text.Append(Summary(findings, fileName)).ToString();
    }

    private static void Append(StringBuilder text, Diagnostic finding, string[] lines, string fileName)
    {
        var line = finding.Line <= lines.Length ? lines[finding.Line - 1] : string.Empty;
        var number = finding.Line.ToString(CultureInfo.InvariantCulture);
        text.Append(
                CultureInfo.InvariantCulture,
                $"{(finding.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {finding.Code}: {finding.Message}\n"
            )
            .Append(CultureInfo.InvariantCulture, $"  --> {fileName}:{number}:{finding.Column}  {finding.Path}\n")
            .Append(CultureInfo.InvariantCulture, $"{number} | {line}\n")
            .Append(' ', number.Length + 3)
            .Append(Margin(line, finding.Column - 1))
            .Append('^', MarkLength(finding, line))
            .Append('\n');
        if (finding.Hint is { } hint)
        {
            text.Append(CultureInfo.InvariantCulture, $"hint: {hint}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"see:  {finding.Descriptor.Source.OriginalString}\n\n");
    }

    // Tabs stay tabs, so that the mark stands under its place however wide they are shown.
    private static string Margin(string line, int length) =>
        string.Create(
            length,
            line,
            (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = i < source.Length && source[i] == '\t' ? '\t' : ' ';
                }
            }
        );

    private static int MarkLength(Diagnostic finding, string line)
    {
        var end = finding.End.Line == finding.Line ? finding.End.Column : line.Length + 1;
        return Math.Max(1, end - finding.Column);
    }

    private static string Summary(IReadOnlyList<Diagnostic> findings, string fileName)
    {
        var errors = findings.Count(finding => finding.Severity == DiagnosticSeverity.Error);
        var warnings = findings.Count - errors;
        return findings.Count == 0
            ? $"{fileName}: no findings"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{fileName}: {Count(errors, "error")}, {Count(warnings, "warning")}"
            );
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
