using System.Globalization;
using System.Text;

namespace Firetiger.EventPatterns.Tests.Matching;

/// <summary>Patterns and events made to cost much. The time limit only ends a hang.</summary>
public sealed class ResourceBoundTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private static readonly AnalysisOptions WithoutLengthLimits = new() { LengthLimits = false };

    [Fact]
    public async Task Depth_beside_what_is_asked_for_does_not_matter()
    {
        string deep = new string('[', 998) + new string(']', 998);

        (await IsMatchAsync("""{"b":[1]}""", $"{{\"a\":{deep},\"b\":1}}")).ShouldBeTrue();
        (await IsMatchAsync("""{"b":[1]}""", $"{{\"b\":1,\"a\":{new string('[', 100_000)}}}")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("[{\"a\":", "}]")]
    public async Task Levels_without_number_at_the_place_that_is_asked_for_end(string open, string close)
    {
        string deep = Repeat(open, 100_000) + "1" + Repeat(close, 100_000);

        bool hit = await IsMatchAsync("""{"a":{"a":{"a":[1]}}}""", $"{{\"a\":{deep}}}");

        hit.ShouldBeFalse();
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"$or\":[")]
    [InlineData("{\"a\":[{\"anything-but\":")]
    public async Task A_text_nested_without_end_is_refused(string open)
    {
        string text = Repeat(open, 100_000);

        PatternAnalysis analysis = await EndsAsync(() => EventPattern.Analyze(text));

        analysis.Pattern.ShouldBeNull();
    }

    [Fact]
    public async Task Wildcards_of_4096_characters_judge_a_megabyte_that_nearly_matches()
    {
        string wildcard = "*" + Repeat("ab*", 1300) + "c";
        string pattern = $"{{\"a\":[{{\"exists\":false}},{{\"wildcard\":\"{wildcard}\"}}]}}";
        string text = Repeat("ab", 500_000);

        PatternAnalysis analysis = await EndsAsync(() => EventPattern.Analyze(pattern, WithoutLengthLimits));

        analysis.Diagnostics.ShouldContain(finding => finding.Code == "EP0303");
        (await IsMatchAsync("""{"a":[{"wildcard":"*ab*ab*ba*c"}]}""", $"{{\"a\":\"{text}\"}}")).ShouldBeFalse();
        (await IsMatchAsync("""{"a":[{"wildcard":"*ab*ab*ba*c"}]}""", $"{{\"a\":\"{text}c\"}}")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_megabyte_of_elements_is_searched_to_its_last()
    {
        string elements = Repeat("{\"x\":1,\"y\":2},", 70_000);

        (
            await IsMatchAsync("""{"a":{"x":[1],"y":[3]}}""", $"{{\"a\":[{elements}{{\"x\":1,\"y\":3}}]}}")
        ).ShouldBeTrue();
        (
            await IsMatchAsync("""{"a":{"x":[1],"y":[3]}}""", $"{{\"a\":[{elements}{{\"x\":2,\"y\":3}}]}}")
        ).ShouldBeFalse();
    }

    [Theory]
    [InlineData(4_500)]
    [InlineData(45_000)]
    public async Task Elements_that_never_agree_cost_no_more_than_there_are_of_them(int count)
    {
        string elements = Repeat("{\"x\":1},", count) + Repeat("{\"y\":1},", count);

        (await IsMatchAsync("""{"a":{"x":[1],"y":[1]}}""", $"{{\"a\":[{elements}{{\"z\":1}}]}}")).ShouldBeFalse();
        (
            await IsMatchAsync("""{"a":{"x":[1],"y":[1]}}""", $"{{\"a\":[{elements}{{\"x\":1,\"y\":1}}]}}")
        ).ShouldBeTrue();
    }

    [Fact]
    public async Task A_megabyte_of_escapes_is_a_string_like_any_other()
    {
        string text = Repeat("\\u0061", 170_000);

        (await IsMatchAsync("""{"a":[{"suffix":"aaab"}]}""", $"{{\"a\":\"{text}b\"}}")).ShouldBeTrue();
        (await IsMatchAsync("""{"a":[{"suffix":"aaab"}]}""", $"{{\"a\":\"{text}\"}}")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_of_a_megabyte_is_none_that_is_asked_for() =>
        (await IsMatchAsync("""{"a":[1]}""", $"{{\"{Repeat("a.", 500_000)}\":1,\"a\":1}}")).ShouldBeTrue();

    [Theory]
    [InlineData(4)]
    [InlineData(12)]
    public async Task Arrays_within_arrays_that_agree_in_one_place_only_are_found(int fields)
    {
        string pattern = string.Join(
            ',',
            Enumerable.Range(0, fields).Select(index => Invariant($"\"f{index:00}\":[1]"))
        );
        string almost = string.Join(
            ',',
            Enumerable
                .Range(0, fields)
                .Select(missing => Element(Enumerable.Range(0, fields).Where(at => at != missing)))
        );
        string whole = Element(Enumerable.Range(0, fields));

        (await IsMatchAsync($"{{\"a\":{{{pattern}}}}}", $"{{\"a\":[{almost}]}}")).ShouldBeFalse();
        (await IsMatchAsync($"{{\"a\":{{{pattern}}}}}", $"{{\"a\":[{almost},{whole}]}}")).ShouldBeTrue();
        (await IsMatchAsync($"{{\"a\":{{{pattern}}}}}", $"{{\"a\":[[{almost}],[{almost}],[{whole}]]}}")).ShouldBeTrue();
    }

    [Fact]
    public async Task Arrays_whose_names_interleave_in_the_order_of_the_paths_end()
    {
        // Each of the arrays a, b, … is asked for twice, first all of them and then all of them again.
        string pattern = string.Join(
            ',',
            Enumerable.Range(0, 12).Select(index => Invariant($"\"{Letter(index)}\":{{\"x\":[1]}}"))
        );
        string again = string.Join(
            ',',
            Enumerable.Range(0, 12).Select(index => Invariant($"\"{Letter(index)}.y\":[1]"))
        );
        string arrays = string.Join(
            ',',
            Enumerable.Range(0, 12).Select(index => $"\"{Letter(index)}\":[{Repeat("{\"x\":1},", 9)}{{\"y\":1}}]")
        );

        (await IsMatchAsync($"{{{pattern},{again}}}", $"{{{arrays}}}")).ShouldBeFalse();
    }

    private static Task<bool> IsMatchAsync(string pattern, string utf16Event)
    {
        EventPattern compiled = EventPattern.Analyze(pattern, WithoutLengthLimits).Pattern.ShouldNotBeNull();
        byte[] utf8Event = Encoding.UTF8.GetBytes(utf16Event);
        return EndsAsync(() => compiled.IsMatch(utf8Event));
    }

    private static Task<T> EndsAsync<T>(Func<T> work) =>
        Task.Run(work).WaitAsync(Hang, TimeProvider.System, TestContext.Current.CancellationToken);

    private static string Element(IEnumerable<int> fields) =>
        $"{{{string.Join(',', fields.Select(index => Invariant($"\"f{index:00}\":1")))}}}";

    private static char Letter(int index) => (char)('a' + index);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
