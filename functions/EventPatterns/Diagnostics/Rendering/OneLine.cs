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
        List<string> texts = [.. findings.Select(Render)];
        for (int shown = texts.Count; shown > 0; shown--)
        {
            string line = Join(texts, shown);
            if (Encoding.UTF8.GetByteCount(line) <= maximumBytes)
            {
                return line;
            }
        }

        return texts.Count == 0 ? "" : Shorten(findings, maximumBytes);
    }

    private static string Render(Diagnostic finding)
    {
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Code} line {finding.Line}, column {finding.Column}, {finding.Path}: {finding.Message}"
        );
        return OnOneLine(finding.Hint is null ? line : $"{line} ({finding.Hint})");
    }

    private static string Join(List<string> texts, int shown)
    {
        string line = string.Join(Separator, texts.Take(shown));
        int hidden = texts.Count - shown;
        return hidden == 0 ? line : string.Create(CultureInfo.InvariantCulture, $"{line}{Separator}and {hidden} more");
    }

    // Not even the first finding fits: then without its hint and path, or only the codes.
    private static string Shorten(IReadOnlyList<Diagnostic> findings, int maximumBytes)
    {
        Diagnostic first = findings[0];
        string place = string.Create(
            CultureInfo.InvariantCulture,
            $"{first.Code} line {first.Line}, column {first.Column}"
        );
        string[] attempts =
        [
            Join([OnOneLine($"{place}: {first.Message}"), .. findings.Skip(1).Select(Render)], 1),
            Join([place, .. findings.Skip(1).Select(Render)], 1),
            first.Code,
        ];
        return attempts.FirstOrDefault(attempt => Encoding.UTF8.GetByteCount(attempt) <= maximumBytes) ?? "";
    }

    private static string OnOneLine(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
