using System.CommandLine;

namespace Firetiger.CommandLine;

/// <summary>What a tool's help says beside its options.</summary>
/// <param name="Call">What is typed to run it, without arguments.</param>
/// <param name="ExitStatuses">What each exit status means.</param>
/// <param name="Examples">The examples of all its commands; each command's plainest first.</param>
internal sealed record Manual(
    string Call,
    IReadOnlyList<(int Code, string Meaning)> ExitStatuses,
    IReadOnlyList<Example> Examples
)
{
    /// <summary>Gets the examples of a command.</summary>
    /// <param name="command">The command; the root begins with the first of each subcommand.</param>
    /// <returns>The examples, the plainest first.</returns>
    public IReadOnlyList<Example> ExamplesOf(Command command) =>
        [.. command.Subcommands.Select(subcommand => ExamplesOf(subcommand)[0]), .. Own(command)];

    /// <summary>Gets what is typed to read the help of a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>The line.</returns>
    public string HelpOf(Command command) => string.Join(' ', [Call, .. Names(command), "--help"]);

    private IEnumerable<Example> Own(Command command)
    {
        var name = Names(command).SingleOrDefault("");
        return Examples.Where(example => string.Equals(example.Command, name, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(Command command) => command is RootCommand ? [] : [command.Name];
}
