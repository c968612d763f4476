using CsCheck;
using Firetiger.EventPatterns.Tests.Naive;

namespace Firetiger.EventPatterns.Tests.Fuzzing;

public sealed class MatchingFuzzing
{
    private const int Events = 3_000;

    private static readonly AnalysisOptions WithoutLengthLimits = new() { LengthLimits = false };

    [Fact]
    public void No_bytes_make_matching_or_its_explanation_throw() =>
        Gen.Select(Generate.Pattern, Mutate.Events)
            .Sample(
                (text, utf8Event) =>
                {
                    EventPattern pattern = EventPattern.Analyze(text, WithoutLengthLimits).Pattern.ShouldNotBeNull();

                    bool hit = pattern.IsMatch(utf8Event);

                    pattern.Explain(utf8Event).IsMatch.ShouldBe(hit);
                },
                iter: Events
            );

    [Fact]
    public void What_has_been_matched_before_does_not_matter() =>
        Gen.Select(Generate.Pattern, Generate.Event, Mutate.Events)
            .Sample(
                (text, utf16Event, other) =>
                {
                    EventPattern pattern = EventPattern.Analyze(text, WithoutLengthLimits).Pattern.ShouldNotBeNull();
                    byte[] utf8Event = System.Text.Encoding.UTF8.GetBytes(utf16Event);
                    bool before = pattern.IsMatch(utf8Event);
                    pattern.IsMatch(other);

                    bool after = pattern.IsMatch(utf8Event);

                    after.ShouldBe(before);
                },
                iter: Events
            );
}
