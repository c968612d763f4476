using System.CommandLine;
using Firetiger.CommandLine;
using Firetiger.EventPatterns;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Diagnostics.Rendering;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary><c>match PATTERN EVENTS…</c>: which events a pattern matches.</summary>
internal static class MatchCommand
{
    private const int DefaultLimit = 10;

    private static readonly Argument<string> Pattern = new("PATTERN")
    {
        Description =
            "the pattern: a file, - for what is piped in, or the pattern itself in quotes; what only strictness refuses is "
            + "told, and matched all the same",
    };

    private static readonly Argument<string[]> Events = new("EVENTS")
    {
        Description =
            "the events: files or - for what is piped in; NDJSON, JSON, an array of events, plain or gzipped; malformed "
            + "ones are counted and named",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Print = new("--print")
    {
        Description = "write the events that match, one a line; everything else goes to stderr",
    };

    private static readonly Option<bool> Explain = new("--explain")
    {
        Description = "tell why events do not match: which field decides, and what the event has there",
    };

    private static readonly Option<bool> Rate = new("--rate")
    {
        Description = "tell which InvocationRatePerSecond the matching events need, from their own times",
    };

    private static readonly Option<int> Limit = WholeNumber.Of(
        "--limit",
        "the most explanations, and the most malformed events that are named",
        DefaultLimit
    );

    public static Command Create(StandardStreams streams)
    {
        var command = new Command(
            "match",
            "count the events that a pattern matches, print them, or explain the others"
        );
        command.Arguments.Add(Pattern);
        command.Arguments.Add(Events);
        foreach (var option in (Option[])[Print, Explain, Rate, Limit])
        {
            command.Options.Add(option);
        }

        command.SetAction((parse, cancellationToken) => RunAsync(parse, streams, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parse,
        StandardStreams streams,
        CancellationToken cancellationToken
    )
    {
        string[] inputs = [parse.GetRequiredValue(Pattern), .. parse.GetRequiredValue(Events)];
        if (inputs.Count(input => input is Input.Standard) > 1)
        {
            throw new UsageException("only one of pattern and events can be piped in");
        }

        var text = await Input.ReadPatternAsync(inputs[0], streams.In, cancellationToken);
        var analysis = EventPattern.Analyze(text.Text);
        await ShowErrorsAsync(analysis, text, streams);
        if (analysis.Pattern is not { } pattern)
        {
            return ExitCode.Failure;
        }

        var options = new MatchOptions(
            parse.GetValue(Print),
            parse.GetValue(Explain),
            parse.GetValue(Rate),
            parse.GetValue(Limit)
        );
        var run = new MatchRun(pattern, options, streams);
        foreach (var path in inputs[1..])
        {
            await run.ReadAsync(path, cancellationToken);
        }

        run.Summarize();
        return run.Matched > 0 ? ExitCode.Good : ExitCode.Failure;
    }

    private static async Task ShowErrorsAsync(PatternAnalysis analysis, PatternText pattern, StandardStreams streams)
    {
        List<Diagnostic> shown =
        [
            .. analysis.Diagnostics.Where(finding =>
                analysis.Pattern is null || finding.Severity == DiagnosticSeverity.Error
            ),
        ];
        if (shown.Count > 0)
        {
            var text = Terminal.Render(shown, pattern.Text, pattern.Name);
            await streams.Error.WriteLineAsync(streams.ErrorColors.Paint(text));
            if (analysis.Pattern is not null)
            {
                await streams.Error.WriteLineAsync(
                    "EventBridge takes the pattern all the same: the events are matched, and they alone decide the exit status"
                );
            }
        }
    }
}
