using System.Text.RegularExpressions;

namespace Firetiger.Sandbox.CloudFormation.Intrinsics;

/// <summary>The text of a Fn::Sub: literals and <c>${names}</c>; <c>${!this}</c> stays as <c>${this}</c>.</summary>
internal static partial class SubText
{
    /// <summary>Finds the names.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The names, in order.</returns>
    public static IEnumerable<string> Names(string text) =>
        Variable().Matches(text).Select(match => match.Groups["name"].Value).Where(name => !name.StartsWith('!'));

    /// <summary>Replaces the names.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">Gives a name's value.</param>
    /// <returns>The text with values.</returns>
    public static string Replace(string text, Func<string, string> value) =>
        Variable()
            .Replace(
                text,
                match =>
                    match.Groups["name"].Value is ['!', .. var literal]
                        ? $"${{{literal}}}"
                        : value(match.Groups["name"].Value)
            );

    [GeneratedRegex(@"\$\{(?<name>[^}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Variable();
}
