using System.Text;
using CsCheck;
using Firetiger.EventPatterns.Tests.Naive;

namespace Firetiger.EventPatterns.Tests.Matching;

public sealed class MatchingLaws
{
    private const int Pairs = 8_000;
    private const int Events = 1_000;

    private static readonly AnalysisOptions Lenient = new() { LengthLimits = false, Strictness = Strictness.Lenient };

    [Fact]
    public void A_pattern_matches_what_the_naive_matcher_matches()
    {
        int matching = 0;
        int tried = 0;

        Gen.Select(Generate.Pattern, Generate.Event)
            .Sample(
                (pattern, utf16Event) =>
                {
                    bool expected = NaiveMatcher.IsMatch(pattern, utf16Event);

                    IsMatch(pattern, utf16Event).ShouldBe(expected);

                    Interlocked.Increment(ref tried);
                    Interlocked.Add(ref matching, expected ? 1 : 0);
                },
                iter: Pairs
            );

        (matching * 100 / tried).ShouldBeInRange(20, 80, "The generated pairs no longer tell much.");
    }

    [Fact]
    public void The_order_of_the_fields_of_an_event_does_not_matter() =>
        Gen.Select(Generate.Pattern, Generate.Event, Generate.Event)
            .Sample(
                (pattern, first, second) =>
                {
                    string joined = $"{first[..^1]},{second[1..]}";
                    string turned = $"{second[..^1]},{first[1..]}";

                    IsMatch(pattern, joined).ShouldBe(IsMatch(pattern, turned));
                },
                iter: Events
            );

    [Fact]
    public void White_space_and_what_follows_the_event_do_not_matter() =>
        Gen.Select(Generate.Pattern, Generate.Event, Gen.OneOf("", " ", "}", "\0", "{\"a\":1}", "€"))
            .Sample(
                (pattern, utf16Event, rest) =>
                    IsMatch(pattern, $"\r\n\t {utf16Event}{rest}").ShouldBe(IsMatch(pattern, utf16Event)),
                iter: Events
            );

    [Fact]
    public void An_event_that_ends_too_early_never_matches() =>
        Gen.Select(Generate.Pattern, Generate.Event, Gen.Double.Unit)
            .Sample(
                (pattern, utf16Event, place) =>
                {
                    byte[] utf8Event = Encoding.UTF8.GetBytes(utf16Event);

                    bool hit = Compile(pattern).IsMatch(utf8Event.AsSpan(0, (int)(place * utf8Event.Length)));

                    hit.ShouldBeFalse();
                },
                iter: Events
            );

    [Fact]
    public void A_mistake_in_a_field_that_the_pattern_asks_for_never_matches() =>
        Gen.Select(Generate.Pattern, Gen.OneOf("tru", "01", "'x'", "[1,]", "\"\\x\"", "\"\t\"", "nulll", "-"))
            .Sample(
                (pattern, mistake) =>
                {
                    EventPattern compiled = Compile($"{{\"z\":[{{\"exists\":true}}],{pattern[1..]}");
                    EventPattern orAbsent = Compile($"{{\"z\":[{{\"exists\":false}}],{pattern[1..]}");
                    byte[] utf8Event = Encoding.UTF8.GetBytes($"{{\"z\":1,\"z\":{mistake}}}");

                    (compiled.IsMatch(utf8Event) || orAbsent.IsMatch(utf8Event)).ShouldBeFalse();
                },
                iter: Events
            );

    private static bool IsMatch(string pattern, string utf16Event) =>
        Compile(pattern).IsMatch(Encoding.UTF8.GetBytes(utf16Event));

    private static EventPattern Compile(string pattern)
    {
        PatternAnalysis analysis = EventPattern.Analyze(pattern, Lenient);
        return analysis.Pattern.ShouldNotBeNull(string.Join('\n', analysis.Diagnostics));
    }
}
