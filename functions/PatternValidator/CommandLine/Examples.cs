using System.CommandLine;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>The examples of each command's help.</summary>
internal static class Examples
{
    private static readonly Example[] All =
    [
        new("PatternValidator check pattern.json", "what is wrong with a pattern, and how to mend it"),
        new("""PatternValidator check '{"source": "aws.ecs"}'""", "the same of a pattern that is typed"),
        new("PatternValidator check pattern.json --format github", "as annotations of a pull request"),
        new(
            """PatternValidator samples --all | PatternValidator match '{"source": ["aws.ecs"]}' -""",
            "how many of the sample events match"
        ),
        new("PatternValidator match pattern.json events.ndjson.gz --explain", "why events do not match"),
        new("PatternValidator match pattern.json events.json --print > matching.ndjson", "keep those that match"),
        new("PatternValidator match pattern.json *.json --rate", "how many requests a second they need"),
        new("PatternValidator test cases.ndjson", "whether patterns still match what they should"),
        new(
            """echo '{"pattern": {"a": [1]}, "event": {"a": 2}, "match": true}' | PatternValidator test -""",
            "a case, and what a failure looks like"
        ),
        new("PatternValidator test cases.ndjson --verdicts", "the verdict on each row, for other tools"),
        new("PatternValidator samples", "the sample events of ECS"),
        new("PatternValidator samples 04", "one of them"),
        new("PatternValidator samples --all > events.ndjson", "all of them, one a line"),
    ];

    /// <summary>Gets the examples of a command.</summary>
    /// <param name="command">The command; the root has one for each.</param>
    /// <returns>The examples, the plainest first.</returns>
    public static IReadOnlyList<Example> Of(Command command) =>
        command is RootCommand
            ? [.. command.Subcommands.Select(subcommand => Of(subcommand)[0])]
            : [.. All.Where(example => Starts(example, command.Name))];

    // The command that an example is about is the last of its pipe.
    private static bool Starts(Example example, string command) =>
        example.Line.Split("| ")[^1].StartsWith($"{PatternTool.Name} {command}", StringComparison.Ordinal);
}
