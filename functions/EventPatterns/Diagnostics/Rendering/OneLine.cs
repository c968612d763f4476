using System.Globalization;
using System.Text;

namespace Firetiger.EventPatterns.Diagnostics.Rendering;

/// <summary>Findings in one line, for the Reason of a CloudFormation response.</summary>
public static class OneLine
{
    private const string Separator = "; ";

    /// <summary>Renders findings, cut at a finding ("and 3 more").</summary>
    /// <param name="findings">The findings, in the order to show them.</param>
    /// <param name="maximumBytes">The most UTF-8 bytes the line may take.</param>
    /// <returns>The line; empty when not even one finding's code fits.</returns>
    public static string Render(IReadOnlyList<Diagnostic> findings, int maximumBytes)
    {
        ArgumentNullException.ThrowIfNull(findings);
        List<string> texts = [];
        int bytes = 0;
        foreach (Diagnostic finding in findings)
        {
            texts.Add(Render(finding));
            bytes += Encoding.UTF8.GetByteCount(texts[^1]);
            if (bytes > maximumBytes)
            {
                break;
            }
        }

        for (int shown = texts.Count; shown > 0; shown--)
        {
            string line = Join(texts.Take(shown), findings.Count - shown);
            if (Encoding.UTF8.GetByteCount(line) <= maximumBytes)
            {
                return line;
            }
        }

        return findings.Count == 0 ? "" : Shorten(findings[0], findings.Count - 1, maximumBytes);
    }

    private static string Render(Diagnostic finding)
    {
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Code} line {finding.Line}, column {finding.Column}, {finding.Path}: {finding.Message}"
        );
        return OnOneLine(finding.Hint is null ? line : $"{line} ({finding.Hint})");
    }

    private static string Join(IEnumerable<string> shown, int hidden)
    {
        string line = string.Join(Separator, shown);
        return hidden == 0 ? line : string.Create(CultureInfo.InvariantCulture, $"{line}{Separator}and {hidden} more");
    }

    // Not even the first finding fits: then without its hint and path, or only the codes.
    private static string Shorten(Diagnostic first, int hidden, int maximumBytes)
    {
        string place = string.Create(
            CultureInfo.InvariantCulture,
            $"{first.Code} line {first.Line}, column {first.Column}"
        );
        string[] attempts = [Join([OnOneLine($"{place}: {first.Message}")], hidden), Join([place], hidden), first.Code];
        return attempts.FirstOrDefault(attempt => Encoding.UTF8.GetByteCount(attempt) <= maximumBytes) ?? "";
    }

    private static string OnOneLine(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
