using System.CommandLine;
using Firetiger.CommandLine;
using Firetiger.EventPatterns;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary><c>test CASES</c>: whether patterns still do what a table says.</summary>
internal static class TestCommand
{
    private static readonly Argument<string> Cases = new("CASES")
    {
        Description =
            "the table: a file or - for what is piped in; one JSON object a line with \"pattern\", \"event\", \"match\" (true "
            + "or false) and, if you like, \"name\" and \"valid\" (whether EventBridge accepts the pattern, whatever the "
            + "strictness); pattern and event are JSON or a string of JSON",
    };

    private static readonly Option<bool> Verdicts = new("--verdicts")
    {
        Description = "write {\"valid\",\"match\",\"diagnostics\"} for each row instead of a report",
    };

    private static readonly Option<bool> LengthLimits = new("--length-limits")
    {
        Description = "also apply EventBridge's limits of 2,048 and 4,096 characters",
    };

    public static Command Create(StandardStreams streams)
    {
        var command = new Command("test", "run a table of patterns and events, and explain the rows that fail");
        command.Arguments.Add(Cases);
        foreach (var option in (Option[])[Verdicts, LengthLimits, SharedOptions.Strictness])
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
        var path = parse.GetRequiredValue(Cases);
        var options = new AnalysisOptions
        {
            LengthLimits = parse.GetValue(LengthLimits),
            Strictness = SharedOptions.StrictnessOf(parse),
        };
        await using var stream = await Input.OpenAsync(path, streams.In, cancellationToken);
        using var lines = Input.Text(stream);
        var read = () => Input.ReadingAsync(path, () => lines.ReadLineAsync(cancellationToken).AsTask());
        return parse.GetValue(Verdicts)
            ? await WriteVerdictsAsync(read, options, Input.NameOf(path), streams)
            : await ReportAsync(read, options, Input.NameOf(path), streams);
    }

    private static async Task<int> WriteVerdictsAsync(
        Func<Task<string?>> read,
        AnalysisOptions options,
        string name,
        StandardStreams streams
    )
    {
        using var verdicts = new VerdictWriter(streams.Out);
        var exitCode = ExitCode.Good;
        await ForEachRowAsync(
            read,
            name,
            (_, row) => verdicts.Write(CaseVerdict.Of(row, options)),
            (line, problem) =>
            {
                verdicts.Write(null);
                streams.Error.WriteLine($"{name}:{line}: the row cannot be read: {problem}");
                exitCode = ExitCode.Failure;
            }
        );
        return exitCode;
    }

    private static async Task<int> ReportAsync(
        Func<Task<string?>> read,
        AnalysisOptions options,
        string name,
        StandardStreams streams
    )
    {
        var report = new CaseReport(name, streams);
        await ForEachRowAsync(
            read,
            name,
            (line, row) => report.Add(line, row, CaseVerdict.Of(row, options)),
            report.AddBroken
        );
        await streams.Out.WriteLineAsync(report.Summary());
        return report.IsGood ? ExitCode.Good : ExitCode.Failure;
    }

    private static async Task ForEachRowAsync(
        Func<Task<string?>> read,
        string name,
        Action<int, CaseRow> take,
        Action<int, string> takeBroken
    )
    {
        var line = 0;
        var isEmpty = true;
        while (await read() is { } text)
        {
            line++;
            if (isEmpty && (text.Trim() is "{" || text.TrimStart() is ['[', ..]))
            {
                throw new UsageException($"{name} is not one row a line (NDJSON)");
            }

            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            isEmpty = false;
            CaseRow? row = null;
            try
            {
                row = CaseRow.Parse(text);
            }
            catch (FormatException exception)
            {
                takeBroken(line, exception.Message);
            }

            if (row is not null)
            {
                take(line, row);
            }
        }

        if (isEmpty)
        {
            throw new UsageException($"no rows in {name}");
        }
    }
}
