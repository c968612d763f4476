using System.CommandLine;
using System.CommandLine.Help;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>The pattern command line.</summary>
internal static class PatternTool
{
    /// <summary>What the executable calls itself.</summary>
    public const string Name = "PatternValidator";

    private static readonly ParserConfiguration Parser = new()
    {
        EnablePosixBundling = false,
        ResponseFileTokenReplacer = null,
    };

    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="streams">Where it reads and writes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The exit status; see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        string[] arguments,
        StandardStreams streams,
        CancellationToken cancellationToken
    )
    {
        var parse = CreateRoot(streams).Parse(arguments, Parser);
        // What it stays when the reader goes before the command is done. The verdict counts from when it is known.
        var exitCode = ExitCode.Good;
        try
        {
            exitCode = await RunAsync(parse, streams, cancellationToken);
            await streams.Out.FlushAsync(cancellationToken);
            return exitCode;
        }
        catch (IOException exception)
        {
            // What fails to be read is a UsageException.
            return BrokenOutput.IsReaderGone(exception)
                ? exitCode
                : await BrokenOutput.ReportAsync(exception, streams.Error);
        }
    }

    private static async Task<int> RunAsync(
        ParseResult parse,
        StandardStreams streams,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await InvokeAsync(parse, streams, cancellationToken);
        }
        catch (UsageException exception)
        {
            await RefuseAsync(parse, exception, streams);
            return ExitCode.Usage;
        }
    }

    private static async Task<int> InvokeAsync(
        ParseResult parse,
        StandardStreams streams,
        CancellationToken cancellationToken
    )
    {
        if (parse.Action is not ExamplesHelp && UsageMistakes.Find(parse) is { } mistake)
        {
            throw new UsageException(mistake);
        }

        var configuration = new InvocationConfiguration
        {
            Output = streams.Out,
            Error = streams.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parse.InvokeAsync(configuration, cancellationToken);
    }

    private static RootCommand CreateRoot(StandardStreams streams)
    {
        var root = new RootCommand(
            """
            Judges EventBridge event patterns as the stack does, without an AWS account.
            Exit status: 0 nothing worse than warnings; 1 errors found, rows that fail, or no event that matches;
            2 the command itself is wrong.
            """
        );
        root.Subcommands.Add(CheckCommand.Create(streams));
        root.Subcommands.Add(MatchCommand.Create(streams));
        root.Subcommands.Add(TestCommand.Create(streams));
        root.Subcommands.Add(SamplesCommand.Create(streams));
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExamplesHelp((HelpAction)help.Action!);
        return root;
    }

    private static async Task RefuseAsync(ParseResult parse, UsageException mistake, StandardStreams streams)
    {
        await streams.Out.FlushAsync();
        var command = parse.CommandResult.Command;
        var subcommand = command is RootCommand ? "" : $" {command.Name}";
        await streams.Error.WriteLineAsync($"{Name}: {mistake.Message}");
        await streams.Error.WriteLineAsync($"for example: {Examples.Of(command)[0].Line}");
        await streams.Error.WriteLineAsync($"for more:    {Name}{subcommand} --help");
    }
}
