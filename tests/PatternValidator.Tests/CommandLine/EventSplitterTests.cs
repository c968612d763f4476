using System.Text;
using CsCheck;
using Firetiger.PatternValidator.CommandLine;

namespace Firetiger.PatternValidator.Tests.CommandLine;

public sealed class EventSplitterTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
            "{\"a\":1}",
            "{\"a\":{\"b\":[{},{\"c\":\"}]\\\\\\\"\"}]}}",
            "{\n\"a\": [\n{\n},\n{\"b\": 2}\n]\n}",
            "{\"é\":\"日本\"}",
            "[1,{\"a\":2}]"
        )
        .Array[0, 5]
        .Select(items => string.Join('\n', items));

    [Fact]
    public void It_does_not_matter_how_the_bytes_arrive() =>
        Gen.Select(Text, Gen.Int[1, 7])
            .Sample((text, size) => Split(text, size).ShouldBe(Split(text, int.MaxValue), text));

    [Fact]
    public void No_bytes_make_it_throw_or_lose_its_place() =>
        Gen.Select(
                Gen.OneOf("{", "}", "[", "]", "\"", "\\", "\n", ",", ":", "1", " ", "{\"a\":1}").Array[0, 40],
                Gen.Int[1, 7]
            )
            .Sample(
                (parts, size) =>
                {
                    var text = string.Concat(parts);

                    foreach (var found in Split(text, size))
                    {
                        text.ShouldContain(found.Split(' ', 2)[1]);
                    }
                }
            );

    [Theory]
    [InlineData("{\"a\":{\"b\":\n")]
    [InlineData("{\"a\":[\n")]
    public void Many_broken_lines_are_not_read_again_for_each_of_them(string line)
    {
        const int Lines = 50_000;

        Split(string.Concat(Enumerable.Repeat(line, Lines)) + "{\"c\":1}", 1 << 20)
            .ShouldSatisfyAllConditions(
                found => found.Count.ShouldBe(Lines + 1),
                found => found[^1].ShouldBe($"{Lines + 1}:1 {{\"c\":1}}")
            );
    }

    [Fact]
    public void An_event_has_the_place_of_its_first_byte() =>
        Split("\n {\"a\":1} {\"b\":\n2}\n[{\"c\":1}, {}]", 3)
            .ShouldBe(["2:2 {\"a\":1}", "2:10 {\"b\":\n2}", "4:2 {\"c\":1}", "4:11 {}"]);

    private static List<string> Split(string text, int size)
    {
        using var stream = new SlowStream(Encoding.UTF8.GetBytes(text), size);
        var events = new EventSplitter(stream);
        var found = new List<string>();
        while (events.FillAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            while (events.TryRead(out var one))
            {
                found.Add($"{one.Line}:{one.Column} {Encoding.UTF8.GetString(one.Bytes.Span)}");
            }
        }

        return found;
    }
}
