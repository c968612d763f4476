using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Firetiger.Repository.Tests.Documents;

/// <summary>What a document links to and what can be linked to in it, as GitHub sees it.</summary>
internal static partial class Markdown
{
    /// <summary>Finds links and pictures, outside code.</summary>
    /// <param name="text">The document.</param>
    /// <returns>Where they lead.</returns>
    public static IEnumerable<string> Links(string text) =>
        Link().Matches(Code().Replace(WithoutFences(text), "")).Select(match => match.Groups["target"].Value);

    /// <summary>Finds the anchors of headings.</summary>
    /// <param name="text">The document.</param>
    /// <returns>Them, without the number sign; a heading's second has <c>-1</c>.</returns>
    public static IReadOnlySet<string> Anchors(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var match in Heading().Matches(WithoutFences(text)).Cast<Match>())
        {
            var anchor = Slug(Label().Replace(match.Groups["title"].Value, "${text}"));
            var unique = anchor;
            var number = 0;
            while (!found.Add(unique))
            {
                number++;
                unique = string.Create(CultureInfo.InvariantCulture, $"{anchor}-{number}");
            }
        }

        return found;
    }

    /// <summary>Finds the lines of code that begin with a command, in fences and in the text.</summary>
    /// <param name="text">The document.</param>
    /// <param name="command">What they begin with.</param>
    /// <returns>The commands, without comment and what they are piped into.</returns>
    public static IEnumerable<string> Commands(string text, string command) =>
        Command(command)
            .Matches(text)
            .Select(match => match.Value.Split([" #", " |", " >", "`", "'"], StringSplitOptions.None)[0].Trim());

    private static Regex Command(string command) =>
        new(
            $@"(?<![\w./-]){Regex.Escape(command)}(?![\w-])[^\n]*",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
            {
                slug.Append(letter);
            }
            else if (letter is ' ')
            {
                slug.Append('-');
            }
        }

        return slug.ToString();
    }

    private static string WithoutFences(string text) => Fence().Replace(text, "");

    [GeneratedRegex(@"!?\[[^\]]*\]\((?<target>[^)\s]+)[^)]*\)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Link();

    [GeneratedRegex("^#{1,6} (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Label();

    [GeneratedRegex(
        "^(?<fence>```+).*?^\\k<fence>$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]+`", RegexOptions.None, 1_000)]
    private static partial Regex Code();
}
