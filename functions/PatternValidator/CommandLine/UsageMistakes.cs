using System.CommandLine;
using System.CommandLine.Parsing;
using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Says what is wrong with a command line.</summary>
internal static class UsageMistakes
{
    /// <summary>Describes the first mistake.</summary>
    /// <param name="parse">A command line.</param>
    /// <returns>One line, or <see langword="null"/> when there is none.</returns>
    public static string? Find(ParseResult parse) =>
        OptionAsOperand(parse) ?? (parse.Errors.Count > 0 ? Describe(parse) : null);

    private static string Describe(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        if (parse.UnmatchedTokens is [var token, ..])
        {
            return Unmatched(token, command);
        }

        if (command.Subcommands.Count > 0)
        {
            return "a command is missing";
        }

        var error = parse.Errors[0];
        return error.SymbolResult switch
        {
            OptionResult { Tokens.Count: 0 } option => $"`{option.Option.Name}` needs a value",
            OptionResult { IdentifierTokenCount: > 1 } option => $"`{option.Option.Name}` is given twice",
            ArgumentResult { Tokens.Count: 0, Parent: CommandResult } argument => Missing(command, argument.Argument),
            CommandResult => Missing(command, command.Arguments.First(argument => IsMissing(parse, argument))),
            _ => error.Message,
        };
    }

    // An option that the command does not have is taken for a file.
    private static string? OptionAsOperand(ParseResult parse)
    {
        var tokens = parse.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash);
        var stray = tokens.FirstOrDefault(token =>
            token is { Type: TokenType.Argument, Value: ['-', not (>= '0' and <= '9'), ..] }
        );
        return stray is null ? null : Unmatched(stray.Value, parse.CommandResult.Command);
    }

    private static string Unmatched(string token, Command command)
    {
        if (token is ['-', _, ..])
        {
            var options = command.Options.Select(option => option.Name).Append("--help");
            return $"unknown option `{token}`{Suggestion(token, options)}";
        }

        return command.Subcommands.Count > 0
            ? $"unknown command `{token}`{Suggestion(token, command.Subcommands.Select(known => known.Name))}"
            : $"`{command.Name}` does not know what to do with `{token}`";
    }

    private static string Suggestion(string token, IEnumerable<string> known) =>
        SpellChecker.Suggest(token, known) is { } meant ? $"; did you mean `{meant}`?" : "";

    private static bool IsMissing(ParseResult parse, Argument argument) =>
        (parse.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues;

    private static string Missing(Command command, Argument argument) => $"`{command.Name}` needs {argument.Name}";
}
