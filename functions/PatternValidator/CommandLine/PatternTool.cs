namespace Firetiger.PatternValidator.CommandLine;

/// <summary>The pattern command line.</summary>
internal static class PatternTool
{
    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The exit status; see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            return arguments switch
            {
                ["check", .. var rest] => await CheckCommand
                    .RunAsync(rest, terminal, cancellationToken)
                    .ConfigureAwait(false),
                ["--help" or "-h" or "help"] => await ShowUsageAsync(terminal.Out).ConfigureAwait(false),
                [] => throw new UsageException("a command is missing"),
                [var other, ..] => throw new UsageException($"unknown command `{other}`"),
            };
        }
        catch (UsageException exception)
        {
            await terminal.Error.WriteLineAsync($"PatternValidator: {exception.Message}").ConfigureAwait(false);
            await terminal.Error.WriteLineAsync().ConfigureAwait(false);
            await ShowUsageAsync(terminal.Error).ConfigureAwait(false);
            return ExitCode.Usage;
        }
    }

    private static async Task<int> ShowUsageAsync(TextWriter writer)
    {
        await writer.WriteLineAsync(Usage.Text).ConfigureAwait(false);
        return ExitCode.Good;
    }
}
