using System.CommandLine;
using System.CommandLine.Parsing;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.CommandLine;

/// <summary>Says what is wrong with a command line.</summary>
internal static class UsageMistakes
{
    /// <summary>Describes the first mistake.</summary>
    /// <param name="parse">A command line.</param>
    /// <returns>The mistake, or <see langword="null"/> when there is none.</returns>
    public static UsageException? Find(ParseResult parse) =>
        OptionAsOperand(parse) ?? (parse.Errors.Count > 0 ? Describe(parse) : null);

    private static UsageException Describe(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        if (parse.UnmatchedTokens is [var token, ..])
        {
            return Unmatched(token, command);
        }

        if (command is { Subcommands.Count: > 0, Action: null })
        {
            return new UsageException("a command is missing");
        }

        var error = parse.Errors[0];
        return new UsageException(
            error.SymbolResult switch
            {
                OptionResult { Tokens.Count: 0 } option => $"`{option.Option.Name}` needs a value",
                OptionResult { IdentifierTokenCount: > 1 } option => $"`{option.Option.Name}` is given twice",
                ArgumentResult { Tokens.Count: 0, Parent: CommandResult } argument => Missing(
                    command,
                    argument.Argument
                ),
                CommandResult => Missing(command, command.Arguments.First(argument => IsMissing(parse, argument))),
                _ => error.Message,
            }
        );
    }

    // An option that the command does not have is taken for a file.
    private static UsageException? OptionAsOperand(ParseResult parse)
    {
        var tokens = parse.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash);
        var stray = tokens.FirstOrDefault(token =>
            token is { Type: TokenType.Argument, Value: ['-', not (>= '0' and <= '9'), ..] }
        );
        return stray is null ? null : Unmatched(stray.Value, parse.CommandResult.Command);
    }

    private static UsageException Unmatched(string token, Command command)
    {
        if (token is ['-', _, ..])
        {
            var options = command.Options.Select(option => option.Name).Append("--help");
            return UsageException.Misspelt($"unknown option `{token}`", SpellChecker.Suggest(token, options));
        }

        var subcommands = command.Subcommands.Select(known => known.Name);
        return command.Subcommands.Count > 0
            ? UsageException.Misspelt($"unknown command `{token}`", SpellChecker.Suggest(token, subcommands))
            : new UsageException($"`{command.Name}` does not know what to do with `{token}`");
    }

    private static bool IsMissing(ParseResult parse, Argument argument) =>
        (parse.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues;

    private static string Missing(Command command, Argument argument) => $"`{command.Name}` needs {argument.Name}";
}
