using System.CommandLine;
using System.CommandLine.Help;

namespace Firetiger.CommandLine;

/// <summary>A command line of this repository: all refuse, explain and end in the same way.</summary>
/// <param name="root">Its commands.</param>
/// <param name="manual">What its help says beside them.</param>
/// <param name="output">Where results go.</param>
/// <param name="error">Where everything else goes.</param>
internal sealed class Tool(RootCommand root, Manual manual, TextWriter output, TextWriter error)
{
    private static readonly ParserConfiguration Parser = new()
    {
        EnablePosixBundling = false,
        ResponseFileTokenReplacer = null,
    };

    /// <summary>Gets what colours a complaint, where a terminal shows that.</summary>
    public Func<string, string> Paint { get; init; } = text => text;

    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The exit status; see <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpPage((HelpAction)help.Action!, manual);
        var parse = root.Parse(arguments, Parser);
        try
        {
            return await InvokeAsync(parse, cancellationToken);
        }
        catch (UsageException mistake)
        {
            await RefuseAsync(parse.CommandResult.Command, mistake);
            return ExitCode.Usage;
        }
    }

    private async Task<int> InvokeAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        if (parse.Action is not HelpPage && UsageMistakes.Find(parse) is { } mistake)
        {
            throw mistake;
        }

        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parse.InvokeAsync(configuration, cancellationToken);
    }

    private async Task RefuseAsync(Command command, UsageException mistake)
    {
        await output.FlushAsync();
        var hint = mistake.Hint ?? $"for example {manual.ExamplesOf(command)[0].Line}";
        await error.WriteAsync(Paint($"error: {mistake.Message}\nhint: {hint}\nsee: {manual.HelpOf(command)}\n"));
    }
}
