using System.Globalization;
using System.Text;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Tests.Documents;

/// <summary>A pattern for people to read: under each line carets and the findings of one code.</summary>
internal static class AnnotatedExample
{
    private const int Window = 160;
    private const int LeadIn = 80;
    private const int LongestNote = 300;

    public static string Render(string pattern, string code)
    {
        IEnumerable<Diagnostic> findings = EventPattern
            .Analyze(pattern)
            .Diagnostics.Where(finding => string.Equals(finding.Code, code, StringComparison.Ordinal));
        StringBuilder output = new();
        string[] lines = pattern.TrimEnd('\n').Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            AppendLine(output, lines[index], [.. findings.Where(finding => finding.Line == index + 1)]);
        }

        return output.ToString();
    }

    private static void AppendLine(StringBuilder output, string line, List<Diagnostic> findings)
    {
        int column = findings.Count == 0 ? 0 : findings[0].Column - 1;
        int from = line.Length <= Window ? 0 : Math.Max(0, column - LeadIn);
        int length = line.Length <= Window ? line.Length : Math.Min(Window, line.Length - from);
        string before = from > 0 ? "…" : "";
        string after = from + length < line.Length ? "…" : "";
        output.Append(before).Append(Visible(line.Substring(from, length))).Append(after).Append('\n');
        foreach (Diagnostic finding in findings)
        {
            AppendCarets(output, finding, before.Length - from, before.Length + length);
            AppendFinding(output, finding);
        }
    }

    private static void AppendCarets(StringBuilder output, Diagnostic finding, int shift, int width)
    {
        int start = finding.Column - 1 + shift;
        int end = finding.End.Line == finding.Line ? finding.End.Column - 1 + shift : width;
        if (start <= width)
        {
            output.Append(' ', start).Append('^', Math.Max(1, Math.Min(end, width) - start)).Append('\n');
        }
    }

    private static void AppendFinding(StringBuilder output, Diagnostic finding)
    {
        string severity = finding.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        string path = finding.Path.Length <= LeadIn ? finding.Path : finding.Path[..LeadIn] + "…";
        output.Append(CultureInfo.InvariantCulture, $"    {severity} {finding.Code} at {path}\n");
        AppendNote(output, "", finding.Message);
        AppendNote(output, "hint: ", finding.Hint);
        AppendNote(output, "EventBridge: ", finding.Detail);
    }

    private static void AppendNote(StringBuilder output, string label, string? text)
    {
        if (text is not null)
        {
            string shown = text.Length <= LongestNote ? text : text[..LongestNote] + "…";
            output.Append("    ").Append(label).Append(Visible(shown)).Append('\n');
        }
    }

    // One character for one, so that the carets stay where they belong.
    private static string Visible(string text) =>
        string.Concat(
            text.Select(character =>
                character switch
                {
                    '\uFEFF' => '□',
                    < ' ' => (char)('␀' + character),
                    _ => character,
                }
            )
        );
}
