namespace Firetiger.PatternValidator.CommandLine;

/// <summary>The help text.</summary>
internal static class Usage
{
    /// <summary>What a command looks like, by example.</summary>
    public const string Text = """
        Judges EventBridge event patterns as the stack does, without an AWS account.

          PatternValidator check pattern.json                       findings as text
          PatternValidator check pattern.json --strictness lenient  what cannot match is only a warning
          PatternValidator check - --format json < pattern.json     findings as a JSON array, for other tools

        Exit status: 0 nothing worse than warnings, 1 errors found, 2 the command itself is wrong.
        """;
}
