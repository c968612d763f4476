namespace Firetiger.PatternValidator.CommandLine;

/// <summary>The pattern command line.</summary>
internal static class PatternTool
{
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
        try
        {
            return arguments switch
            {
                ["check", .. var rest] => await CheckCommand.RunAsync(rest, streams, cancellationToken),
                ["--help" or "-h" or "help"] => await ShowUsageAsync(streams.Out),
                [] => throw new UsageException("a command is missing"),
                [var other, ..] => throw new UsageException($"unknown command `{other}`"),
            };
        }
        catch (UsageException exception)
        {
            await streams.Error.WriteLineAsync($"PatternValidator: {exception.Message}");
            await streams.Error.WriteLineAsync();
            await ShowUsageAsync(streams.Error);
            return ExitCode.Usage;
        }
    }

    private static async Task<int> ShowUsageAsync(TextWriter writer)
    {
        await writer.WriteLineAsync(Usage.Text);
        return ExitCode.Good;
    }
}
