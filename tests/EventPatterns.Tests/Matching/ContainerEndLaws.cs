using System.Text;
using CsCheck;
using Firetiger.EventPatterns.Matching;

namespace Firetiger.EventPatterns.Tests.Matching;

public sealed class ContainerEndLaws
{
    private static readonly Gen<string> Piece = Gen.Frequency(
        (4, Gen.OneOf("{", "}", "[", "]", "\"", "\\", "\\\"", "\\\\", ",", "é")),
        (1, Gen.Int[1, 130].Select(length => new string('x', length))),
        (1, Gen.Int[1, 70].Select(length => new string('\\', length)))
    );

    [Fact]
    public void The_end_is_where_a_scan_character_by_character_finds_it()
    {
        int found = 0;
        Gen.Select(Piece.Array[0, 40], Gen.Int[1, 3])
            .Sample(
                (pieces, depth) =>
                {
                    byte[] json = Encoding.UTF8.GetBytes(string.Concat(pieces));

                    int end = ContainerEnd.Find(json, depth);

                    end.ShouldBe(EndOf(json, depth));
                    found += end >= 0 ? 1 : 0;
                },
                iter: 20_000,
                threads: 1
            );

        found.ShouldBeGreaterThan(1000);
    }

    private static int EndOf(byte[] json, int depth)
    {
        bool isInString = false;
        bool isEscaped = false;
        for (int index = 0; index < json.Length; index++)
        {
            char next = (char)json[index];
            isInString ^= next == '"' && !isEscaped;
            isEscaped = next == '\\' && !isEscaped;
            depth += !isInString && next is ('{' or '[') ? 1 : 0;
            depth -= !isInString && next is ('}' or ']') ? 1 : 0;
            if (depth == 0)
            {
                return index + 1;
            }
        }

        return -1;
    }
}
