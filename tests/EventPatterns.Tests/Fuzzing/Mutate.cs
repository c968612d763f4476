using System.Text;
using CsCheck;
using Firetiger.EventPatterns.Tests.Naive;

namespace Firetiger.EventPatterns.Tests.Fuzzing;

/// <summary>JSON with something done to it, and bytes that never were JSON.</summary>
internal static class Mutate
{
    private static readonly string[] Snippets =
    [
        "{",
        "}",
        "[",
        "]",
        "]]",
        "}}",
        ",",
        ":",
        "\"",
        "\\",
        "'",
        "/*",
        "//",
        "#",
        "tru",
        "nul",
        "NaN",
        "-",
        "+1",
        "01",
        "1.",
        "1e",
        "1e+",
        "1e999999999",
        "-1e-999999999",
        "0.0000000000000000000000000000000000000000000000001",
        "\\u",
        "\\uD83D",
        "\\uDE00\\uD83D",
        "\\u12",
        "\0",
        "\t",
        "\u001f",
        "\u007f",
        "\uFEFF",
        "\u2028",
        "\uD83D",
        "\uDE00",
        "\uD83D\uDE00",
        "\uFFFF",
        "$or",
        "\"$or\":[",
        "\"$or\":[{}]",
        "[{\"prefix\":",
        "{\"numeric\":[",
        "{\"cidr\":\"1.2.3.4/33\"}",
        "{\"wildcard\":\"**\"}",
        "{\"anything-but\":{",
        "{\"exists\":",
    ];

    private static readonly Gen<string> Snippet = Gen.Frequency(
        (60, Gen.OneOf(Snippets)),
        (1, Gen.Select(Gen.OneOf("[", "{\"a\":", "\"$or\":[{", "9", "*a"), Gen.Int[2, 1200], Repeat))
    );

    private static readonly Gen<Func<string, string>> Change = Gen.Select(
        Gen.Int[0, 5],
        Gen.Double.Unit,
        Gen.Int[0, 8],
        Snippet,
        (kind, place, length, snippet) => (Func<string, string>)(text => Apply(text, kind, place, length, snippet))
    );

    /// <summary>Gets texts that nearly are patterns, or nothing like them.</summary>
    public static readonly Gen<string> Patterns = Gen.Frequency(
        (
            8,
            Gen.Select(
                Generate.Pattern,
                Change.Array[1, 4],
                (text, changes) => changes.Aggregate(text, (to, change) => change(to))
            )
        ),
        (1, Gen.String),
        (1, Snippet.Array[0, 20].Select(string.Concat))
    );

    /// <summary>Gets bytes that nearly are events, or nothing like them.</summary>
    public static readonly Gen<byte[]> Events = Gen.Frequency(
        (
            6,
            Gen.Select(
                Generate.Event,
                Change.Array[0, 3],
                (text, changes) => Encode(changes.Aggregate(text, (to, change) => change(to)))
            )
        ),
        (6, Gen.Select(Generate.Event, Gen.Select(Gen.Double.Unit, Gen.Byte).Array[1, 4], Overwrite)),
        (1, Gen.Byte.Array)
    );

    private static string Apply(string text, int kind, double place, int length, string snippet)
    {
        int at = (int)(place * text.Length);
        int end = Math.Min(text.Length, at + length);
        return kind switch
        {
            0 => text[..at],
            1 => text[..at] + text[end..],
            2 => text[..at] + snippet + text[end..],
            3 => text[..at] + text[at..end] + text[at..],
            4 => text[..at].Replace('[', '{') + text[at..].Replace(']', '}'),
            _ => text[..at] + snippet + text[at..],
        };
    }

    private static byte[] Overwrite(string text, (double Place, byte Value)[] changes)
    {
        byte[] bytes = Encode(text);
        foreach ((double place, byte value) in changes)
        {
            bytes[(int)(place * bytes.Length)] = value;
        }

        return bytes;
    }

    private static byte[] Encode(string text) => Encoding.UTF8.GetBytes(text);

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
