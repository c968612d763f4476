using CsCheck;

namespace Firetiger.EventPatterns.Tests.Naive;

/// <summary>
/// Patterns and events of the same few names and values, so that they nearly match each other: arrays of objects, nested arrays,
/// keys given twice, keys with dots, escapes, numbers in different spellings.
/// </summary>
internal static class Generate
{
    private static readonly Gen<string> Word = Gen.Frequency(
        (8, Gen.OneOf("x", "y", "xy")),
        (4, Gen.OneOf("", "X", "yx", "xyx", "é", "É", "😀", "x*", "a.b")),
        (2, Gen.OneOf("10.0.0.1", "010.0.0.001", "10.0.7.1", "::1", "0:0::0:1", "::ffff:a00:1", "1.2.3.999", "12:34"))
    );

    private static readonly Gen<string> Number = Gen.Frequency(
        (6, Gen.OneOf("1", "1.0", "10e-1", "2")),
        (2, Gen.OneOf("0", "-0.0", "300", "3E2", "-1", "1.5", "0.1", "0.10")),
        (1, Gen.OneOf("1e400", "1.0e400", "9007199254740993", "9007199254740992"))
    );

    private static readonly Gen<string> Text = Gen.Select(Word, Gen.Int[0, 9], Quote);

    private static readonly Gen<string> Scalar = Gen.Frequency(
        (5, Text),
        (3, Number),
        (2, Gen.OneOf("true", "false", "null"))
    );

    private static readonly Gen<string> Bound = Gen.OneOf("0", "1", "1.0", "2", "300", "-1", "0.1");

    private static readonly Gen<string> Affix = Gen.OneOf("x", "y", "X", "xy", "é").Select(text => $"\"{text}\"");

    private static readonly Gen<string> Wildcard = Gen.OneOf("x*", "*y", "x*y", "*", "*x*", "x\\\\*", "xy")
        .Select(text => $"\"{text}\"");

    private static readonly Gen<string> IgnoringCase = Text.Select(text => $"{{\"equals-ignore-case\":{text}}}");

    private static readonly Gen<string> Excluded = Gen.OneOf(
        Text,
        Gen.OneOf("1", "1.0", "2"),
        Text.Array[1, 3].Select(List),
        Gen.OneOf("1", "2", "3e2").Array[1, 3].Select(List),
        Gen.Select(Gen.OneOf("prefix", "suffix", "equals-ignore-case"), Affix, Operator),
        Gen.Select(Gen.OneOf("prefix", "suffix", "equals-ignore-case"), Affix.Array[1, 2].Select(List), Operator),
        Wildcard.Select(text => $"{{\"wildcard\":{text}}}")
    );

    private static readonly Gen<string> Range = Gen.OneOf(
        Gen.Select(Gen.OneOf("=", "<", "<=", ">", ">="), Bound, (comparison, bound) => $"[\"{comparison}\",{bound}]"),
        Gen.Select(Gen.OneOf(">", ">="), Gen.OneOf("<", "<="), (low, high) => $"[\"{low}\",1,\"{high}\",2.0]")
    );

    private static readonly Gen<string> Match = Gen.Frequency(
        (12, Scalar),
        (2, Gen.OneOf("{\"exists\":true}", "{\"exists\":false}", "{\"exists\":false}")),
        (1, Gen.Select(Gen.OneOf("prefix", "suffix"), Gen.OneOf(Text, IgnoringCase), Operator)),
        (1, Gen.OneOf(IgnoringCase, Text.Select(text => $"{{\"exactly\":{text}}}"))),
        (1, Wildcard.Select(text => $"{{\"wildcard\":{text}}}")),
        (2, Excluded.Select(excluded => $"{{\"anything-but\":{excluded}}}")),
        (1, Range.Select(range => $"{{\"numeric\":{range}}}")),
        (
            1,
            Gen.OneOf("10.0.0.0/24", "10.1.2.3/8", "0.0.0.0/0", "::/0", "::/127")
                .Select(text => $"{{\"cidr\":\"{text}\"}}")
        )
    );

    private static readonly Gen<string> Leaf = Match.Array[1, 6].Select(List);

    private static readonly Gen<string> Name = Gen.Frequency(
        (16, Gen.OneOf("\"a\"", "\"b\"")),
        (3, Gen.OneOf("\"a.b\"", "\"\\u0061\"", "\"b.a\"")),
        (2, Gen.OneOf("\"c\"", "\"\"", "\"a.\"", "\"é\"", "\"a b\""))
    );

    /// <summary>Gets valid patterns. Many wildcards could be too complex, those of several branches together.</summary>
    public static readonly Gen<string> Pattern = Gen.Recursive<string>(
            (depth, nested) => Gen.Frequency((8, Fields(depth, nested)), (2, Or(depth, nested)))
        )
        .Where(HasFewWildcards);

    /// <summary>Gets events: JSON objects.</summary>
    public static readonly Gen<string> Event = Gen.Recursive<string>(
            (depth, nested) =>
                depth > 3 ? Scalar : Gen.Frequency((4, Scalar), (3, Object(nested)), (4, Elements(nested)))
        )
        .Array[2, 6]
        .SelectMany(values => Name.Array[values.Length].Select(names => Braces(names.Zip(values))));

    private static bool HasFewWildcards(string pattern) =>
        pattern.Split("\"wildcard\"").Length <= (pattern.Contains("$or", StringComparison.Ordinal) ? 1 : 3);

    private static Gen<string> Fields(int depth, Gen<string> nested) =>
        Gen.Select(Name, depth > 1 ? Leaf : Gen.Frequency((3, Leaf), (2, nested)))
            .Array[1, 2]
            .Select(members => Braces(members));

    private static Gen<string> Or(int depth, Gen<string> nested)
    {
        Gen<string> branch = depth > 1 ? Fields(depth, nested) : nested;
        return Gen.Select(Name, Leaf, branch.Array[2, 3], Gen.Int[0, 2])
            .Select(
                (name, leaf, branches, place) =>
                    place switch
                    {
                        0 => $"{{\"$or\":{List(branches)}}}",
                        1 => $"{{{name}:{leaf},\"$or\":{List(branches)}}}",
                        _ => $"{{\"$or\":{List(branches)},{name}:{leaf}}}",
                    }
            );
    }

    private static Gen<string> Object(Gen<string> nested) =>
        Gen.Select(Name, nested).Array[1, 4].Select(members => Braces(members));

    private static Gen<string> Elements(Gen<string> nested) =>
        Gen.OneOf(nested, Object(nested)).Array[0, 4].Select(List);

    private static string Operator(string name, string operand) => $"{{\"{name}\":{operand}}}";

    private static string List(string[] items) => $"[{string.Join(',', items)}]";

    private static string Braces(IEnumerable<(string Name, string Value)> members) =>
        $"{{{string.Join(',', members.Select(member => $"{member.Name}:{member.Value}"))}}}";

    // One text in ten is escaped, all of it.
    private static string Quote(string text, int die) =>
        $"\"{(die > 0 ? text : string.Concat(text.Select(character => $"\\u{(int)character:x4}")))}\"";
}
