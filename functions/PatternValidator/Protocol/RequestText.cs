using System.Text.RegularExpressions;

namespace Firetiger.PatternValidator.Protocol;

/// <summary>The JSON text of a request, made such that every string in it can be read.</summary>
/// <remarks>
/// JSON can name half of a surrogate pair, as in <c>"\ud800"</c>, and .NET throws when such a string is read. Wherever it stands, the
/// request must still be answered.
/// </remarks>
internal static partial class RequestText
{
    private const string Replacement = @"\ufffd";

    /// <summary>Reads the text.</summary>
    /// <param name="input">The bytes; what is no UTF-8 becomes U+FFFD.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The text, with U+FFFD for each half of a pair that is alone.</returns>
    public static async Task<string> ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input, leaveOpen: true);
        return MendSurrogates(await reader.ReadToEndAsync(cancellationToken));
    }

    public static string MendSurrogates(string json) =>
        Escape().Replace(json, match => match.Groups["lone"].Success ? Replacement : match.Value);

    // In order: any escape but \u, a whole pair, half a pair, any other character. An escaped backslash starts no escape.
    [GeneratedRegex(
        @"\\[^u]|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Escape();
}
