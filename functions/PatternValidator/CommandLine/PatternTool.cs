using System.CommandLine;
using Firetiger.CommandLine;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>The pattern command line.</summary>
internal static class PatternTool
{
    private static readonly Manual Manual = new(
        "PatternValidator",
        [
            (ExitCode.Good, "nothing worse than warnings; every row passes; some event matches"),
            (ExitCode.Failure, "an error in the pattern; a row that fails; no event that matches"),
            (ExitCode.Usage, "the command is wrong, or something cannot be read or written"),
        ],
        Examples.All
    );

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
        var tool = new Tool(CreateRoot(streams), Manual, streams.Out, streams.Error)
        {
            Paint = streams.ErrorColors.Paint,
        };
        // What it stays when the reader goes before the command is done. The verdict counts from when it is known.
        var exitCode = ExitCode.Good;
        try
        {
            exitCode = await tool.RunAsync(arguments, cancellationToken);
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

    private static RootCommand CreateRoot(StandardStreams streams) =>
        new("judge EventBridge event patterns as the stack does, without an AWS account")
        {
            CheckCommand.Create(streams),
            MatchCommand.Create(streams),
            TestCommand.Create(streams),
            SamplesCommand.Create(streams),
        };
}
