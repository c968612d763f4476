using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Tests.Baselines;

/// <summary>
/// A pattern with each of its findings written beneath its line: <c>//@[column:end) code severity path</c>, then the message, the hint and
/// EventBridge's own words. Without those lines it is the input itself, so one file is both.
/// </summary>
internal static class Baseline
{
    private const string Mark = "//@";
    private const int LongestShown = 200;

    public static IEnumerable<string> Names() =>
        Directory
            .EnumerateFiles(FolderOfOutput, "*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    public static string Expected(string name) => Read(Path.Combine(FolderOfOutput, name + ".txt"));

    /// <summary>Keeps what the analysis says now beside the baseline in the output folder.</summary>
    /// <param name="name">The baseline's name.</param>
    /// <param name="actual">What it would be.</param>
    /// <returns>The command that makes all such texts the baselines.</returns>
    public static string KeepActual(string name, string actual)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Baselines.actual");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name + ".txt"), Encoding.UTF8.GetBytes(actual));
        return $"cp {folder}/*.txt {FolderOfSource()} && git diff";
    }

    public static string Input(string annotated) =>
        string.Concat(Lines(annotated).Where(line => !line.StartsWith(Mark, StringComparison.Ordinal)));

    public static string Annotate(string input, IReadOnlyList<Diagnostic> findings)
    {
        StringBuilder output = new();
        int number = 0;
        foreach (string line in Lines(input))
        {
            number++;
            output.Append(line);
            foreach (Diagnostic finding in findings.Where(finding => finding.Line == number))
            {
                Append(output, finding);
            }
        }

        return output.ToString();
    }

    private static string FolderOfOutput => Path.Combine(AppContext.BaseDirectory, "Baselines");

    // Byte for byte: a baseline may begin with a byte order mark on purpose.
    private static string Read(string file) => Encoding.UTF8.GetString(File.ReadAllBytes(file));

    private static string FolderOfSource([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static void Append(StringBuilder output, Diagnostic finding)
    {
        string severity = finding.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        string end =
            finding.End.Line == finding.Line
                ? finding.End.Column.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{finding.End.Line}:{finding.End.Column}");
        output.Append(
            CultureInfo.InvariantCulture,
            $"{Mark}[{finding.Column}:{end}) {finding.Code} {severity} {Shorten(finding.Path)}\n"
        );
        output.Append(CultureInfo.InvariantCulture, $"{Mark}  {Shorten(finding.Message)}\n");
        AppendNote(output, "hint", finding.Hint);
        AppendNote(output, "EventBridge", finding.Detail);
    }

    private static void AppendNote(StringBuilder output, string label, string? text)
    {
        if (text is not null)
        {
            output.Append(CultureInfo.InvariantCulture, $"{Mark}  {label}: {Shorten(text)}\n");
        }
    }

    private static string Shorten(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    private static IEnumerable<string> Lines(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            int next = end < 0 ? text.Length : end + 1;
            yield return text[start..next];
            start = next;
        }
    }
}
