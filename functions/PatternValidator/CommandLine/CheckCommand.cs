using System.CommandLine;
using Firetiger.CommandLine;
using Firetiger.EventPatterns;
using Firetiger.EventPatterns.Diagnostics.Rendering;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary><c>check FILE|-</c>: what there is to say of a pattern.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description = "the pattern: a file, - for what is piped in, or the pattern itself in quotes",
    };

    private static readonly Option<string> Format = Choice.Of("--format", "how to tell", "text", "json", "github");

    public static Command Create(StandardStreams streams)
    {
        var command = new Command("check", "tell what is wrong with a pattern, and how to mend it");
        command.Arguments.Add(File);
        command.Options.Add(Format);
        command.Options.Add(SharedOptions.Strictness);
        command.SetAction((parse, cancellationToken) => RunAsync(parse, streams, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parse,
        StandardStreams streams,
        CancellationToken cancellationToken
    )
    {
        var file = parse.GetRequiredValue(File);
        var pattern = await Input.ReadPatternAsync(file, streams.In, cancellationToken);
        var options = new AnalysisOptions { Strictness = SharedOptions.StrictnessOf(parse) };
        var analysis = EventPattern.Analyze(pattern.Text, options);

        await streams.Out.WriteAsync(
            parse.GetValue(Format) switch
            {
                "json" => JsonReport.Render(analysis.Diagnostics) + "\n",
                "github" => GithubReport.Render(analysis.Diagnostics, file is Input.Standard ? null : pattern.Name),
                _ => streams.OutColors.Paint(Text(analysis, pattern)),
            }
        );
        return analysis.HasErrors ? ExitCode.Failure : ExitCode.Good;
    }

    private static string Text(PatternAnalysis analysis, PatternText pattern)
    {
        var findings = Terminal.Render(analysis.Diagnostics, pattern.Text, pattern.Name);
        var gap = findings.Length > 0 ? "\n" : "";
        return $"{findings}{gap}{FindingsSummary.Render(analysis.Diagnostics, pattern.Name)}\n";
    }
}
