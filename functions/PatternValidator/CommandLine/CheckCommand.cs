using Firetiger.EventPatterns;
using Firetiger.EventPatterns.Diagnostics.Rendering;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary><c>check FILE|-</c>: what there is to say of a pattern.</summary>
internal static class CheckCommand
{
    private const string Format = "--format";
    private const string StrictnessOption = "--strictness";

    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        StandardStreams streams,
        CancellationToken cancellationToken
    )
    {
        var parsed = CommandArguments.Parse(arguments, Format, StrictnessOption);
        var asJson = parsed.OneOf(Format, "text", "json") is "json";
        var lenient = parsed.OneOf(StrictnessOption, "strict", "lenient") is "lenient";
        var file = parsed.Operands is [var only]
            ? only
            : throw new UsageException("`check` needs one file, or - for what is piped in");

        var text = await PatternFile.ReadAsync(file, streams.In, cancellationToken);
        var options = new AnalysisOptions { Strictness = lenient ? Strictness.Lenient : Strictness.Strict };
        var analysis = EventPattern.Analyze(text, options);

        var report = asJson ? JsonReport.Render(analysis.Diagnostics) : Text(analysis, text, file);
        await streams.Out.WriteLineAsync(report);
        return analysis.HasErrors ? ExitCode.Findings : ExitCode.Good;
    }

    private static string Text(PatternAnalysis analysis, string pattern, string file)
    {
        var name = file is "-" ? "<stdin>" : file;
        var findings = Terminal.Render(analysis.Diagnostics, pattern, name);
        var gap = findings.Length > 0 ? "\n" : "";
        return $"{findings}{gap}{FindingsSummary.Render(analysis.Diagnostics, name)}";
    }
}
