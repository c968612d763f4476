using System.Text;

namespace Firetiger.EventPatterns.Tests.Matching;

public sealed class ArrayConsistencyTests
{
    [Fact]
    public void Many_independent_arrays_do_not_multiply()
    {
        string fields = string.Join(',', Enumerable.Range(0, 30).Select(index => $"\"a{index:00}\":{{\"x\":[1]}}"));
        string arrays = string.Join(
            ',',
            Enumerable
                .Range(0, 30)
                .Select(index => $"\"a{index:00}\":[{string.Join(',', Enumerable.Repeat("{\"x\":1}", 10))}]")
        );
        EventPattern pattern = Pattern($"{{{fields},\"z\":{{\"x\":[1],\"y\":[1]}}}}");

        bool hit = pattern.IsMatch(Encoding.UTF8.GetBytes($"{{{arrays},\"z\":[{{\"x\":1}},{{\"y\":1}}]}}"));

        hit.ShouldBeFalse();
    }

    [Fact]
    public void Combinations_of_or_beyond_memory_are_not_judged_but_no_error()
    {
        string pattern = string.Join(
            ',',
            Enumerable.Range(0, 60).Select(index => $"\"f{index}\":{{\"$or\":[{{\"a\":[1]}},{{\"b\":[1]}}]}}")
        );

        PatternAnalysis analysis = EventPattern.Analyze(
            "{\"source\":[\"my.app\"],\"detail\":{" + pattern + "}}",
            new AnalysisOptions { LengthLimits = false }
        );

        analysis.Pattern.ShouldBeNull();
        analysis.HasErrors.ShouldBeFalse();
        analysis.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("EP0315");
    }

    [Fact]
    public void A_deeply_nested_pattern_meets_a_deeply_nested_event()
    {
        const int Depth = 990;
        string open = string.Concat(Enumerable.Repeat("{\"a\":", Depth));
        string close = new('}', Depth);
        EventPattern pattern = Pattern(open + "[1]" + close, new AnalysisOptions { LengthLimits = false });

        pattern.IsMatch(Encoding.UTF8.GetBytes(open + "1" + close)).ShouldBeTrue();
        pattern.IsMatch(Encoding.UTF8.GetBytes(open + "2" + close)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("{\"a\":", "[1]", "}", 999)]
    [InlineData("{\"$or\":[{\"b\":[1]},", "{\"c\":[1]}", "]}", 499)]
    public void A_thread_with_any_stack_can_judge_and_match_the_deepest_pattern(
        string open,
        string inner,
        string close,
        int depth
    )
    {
        string text =
            string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));
        byte[] utf8Event = Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 990) + new string(']', 990) + "}");
        bool? hit = null;
        foreach (int kilobytes in new[] { 256, 1024, 3072, 4096, 4352, 4608, 6144 })
        {
            Thread thread = new(
                () => hit = Pattern(text, new AnalysisOptions { LengthLimits = false }).IsMatch(utf8Event),
                maxStackSize: kilobytes * 1024
            );

            thread.Start();
            thread.Join();

            hit.ShouldBe(false);
            hit = null;
        }
    }

    [Fact]
    public void An_event_nested_beyond_the_limit_matches_nothing()
    {
        EventPattern pattern = Pattern("""{"b": [{"exists": false}]}""");

        bool hit = pattern.IsMatch(Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 100_000)));

        hit.ShouldBeFalse();
    }

    private static EventPattern Pattern(string text, AnalysisOptions? options = null) =>
        EventPattern.Analyze(text, options).Pattern.ShouldNotBeNull();
}
