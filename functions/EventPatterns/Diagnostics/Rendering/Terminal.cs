using System.Globalization;
using System.Text;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Diagnostics.Rendering;

/// <summary>Findings for people at a terminal: the source line, carets under the place, and the hint.</summary>
public static class Terminal
{
    /// <summary>Characters of a long source line shown around the finding.</summary>
    private const int Window = 160;

    /// <summary>Renders findings.</summary>
    /// <param name="findings">The findings, in the order to show them.</param>
    /// <param name="source">The text they were found in.</param>
    /// <param name="name">What to call the text, such as a file name, or <see langword="null"/>.</param>
    /// <returns>The lines, each ended by a line feed.</returns>
    public static string Render(IReadOnlyList<Diagnostic> findings, string source, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(source);
        SourceText text = new(source);
        StringBuilder output = new();
        foreach (Diagnostic finding in findings)
        {
            output.Append(output.Length == 0 ? "" : "\n");
            Render(output, finding, text, name);
        }

        return output.ToString();
    }

    private static void Render(StringBuilder output, Diagnostic finding, SourceText text, string? name)
    {
        string severity = finding.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        string place = name is null ? "" : name + ":";
        output.Append(CultureInfo.InvariantCulture, $"{severity} {finding.Code}: {Visible(finding.Message)}\n");
        output.Append(
            CultureInfo.InvariantCulture,
            $"  --> {place}{finding.Line}:{finding.Column}  {Visible(finding.Path)}\n"
        );
        RenderSource(output, finding, text);
        AppendNote(output, "hint", finding.Hint);
        AppendNote(output, "EventBridge", finding.Detail);
        AppendNote(output, "see", finding.Descriptor.Source.ToString());
    }

    private static void RenderSource(StringBuilder output, Diagnostic finding, SourceText text)
    {
        string line = text.LineText(finding.Line);
        int column = finding.Column - 1;
        int end = finding.End.Line == finding.Line ? finding.End.Column - 1 : line.Length;
        int from = line.Length <= Window ? 0 : Math.Max(0, Math.Min(column - (Window / 2), line.Length - Window));
        string shown = line.Substring(from, Math.Min(Window, line.Length - from));
        int carets = Math.Clamp(end - column, 1, Math.Max(1, shown.Length - (column - from)));
        string margin = finding.Line.ToString(CultureInfo.InvariantCulture);
        output.Append(CultureInfo.InvariantCulture, $"{margin} | {Visible(shown)}\n");
        output.Append(' ', margin.Length + 3 + column - from).Append('^', carets).Append('\n');
    }

    private static void AppendNote(StringBuilder output, string label, string? text)
    {
        if (text is not null)
        {
            output.Append(CultureInfo.InvariantCulture, $"{label}: {Visible(text)}\n");
        }
    }

    // A control character would move the carets, or worse.
    private static string Visible(string line) =>
        string.Concat(line.Select(character => char.IsControl(character) ? ' ' : character));
}
