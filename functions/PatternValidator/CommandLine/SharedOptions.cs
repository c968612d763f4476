using System.CommandLine;
using Firetiger.CommandLine;
using Firetiger.EventPatterns;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Options that several commands have.</summary>
internal static class SharedOptions
{
    private const string Lenient = "lenient";

    public static readonly Option<string> Strictness = Choice.Of(
        "--strictness",
        "whether a pattern that cannot match is an error (strict) or a warning (lenient)",
        "strict",
        Lenient
    );

    public static Strictness StrictnessOf(ParseResult parse) =>
        parse.GetValue(Strictness) is Lenient ? EventPatterns.Strictness.Lenient : EventPatterns.Strictness.Strict;
}
