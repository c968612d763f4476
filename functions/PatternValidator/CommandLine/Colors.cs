namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Colours the words that begin a line, and nothing else, where a terminal shows them.</summary>
internal sealed class Colors(bool enabled)
{
    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";
    private const string Cyan = "\e[36m";
    private const string Reset = "\e[0m";

    private static readonly (string Word, string Color)[] Words =
    [
        ("error", Red),
        ("warning", Yellow),
        ("hint", Cyan),
        ("  NO", Red),
        ("FAIL", Red),
    ];

    /// <summary>Colours a text.</summary>
    /// <param name="text">Lines.</param>
    /// <returns>The text, coloured if that is wanted.</returns>
    public string Paint(string text) => enabled ? string.Join('\n', text.Split('\n').Select(PaintLine)) : text;

    private static string PaintLine(string line)
    {
        foreach (var (word, color) in Words)
        {
            if (line.StartsWith(word, StringComparison.Ordinal))
            {
                return color + word + Reset + line[word.Length..];
            }
        }

        return line;
    }
}
