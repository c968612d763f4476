using System.Text;
using CsCheck;
using Firetiger.EventPatterns.Tests.Naive;

namespace Firetiger.EventPatterns.Tests.Syntax;

public sealed class PatternLaws
{
    private const int Patterns = 5_000;

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 6],
        Gen.OneOf("", "aws.ecs", "10.0.0.1", "::1", "a\\\\b", "\\u00e9", "\\ud83d", "a.b", "x:*", "\\\"")
    );

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Int.Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.OneOf("0", "-0.0", "1.50", "3e2", "1E-7", "9007199254740993")
    );

    private static readonly Gen<string> Operator = Gen.OneOf(
        Text.Select(text => $"{{\"prefix\":\"{text}\"}}"),
        Text.Select(text => $"{{ \"suffix\" : {{\"equals-ignore-case\":\"{text}\"}}}}"),
        Text.Select(text => $"{{\"equals-ignore-case\":\"{text}\"}}"),
        Text.Select(text => $"{{\"exactly\":\"{text}\"}}"),
        Text.Array[1, 3]
            .Select(texts => $"{{\"anything-but\":[{string.Join(',', texts.Select(text => $"\"{text}\""))}]}}"),
        Gen.Int[0, 9].Select(number => $"{{\"anything-but\":{number}}}"),
        Gen.String[Gen.Char['a', 'z'], 1, 4].Select(text => $"{{\"wildcard\":\"{text}*\"}}"),
        Gen.String[Gen.Char['a', 'z'], 1, 4].Select(text => $"{{\"anything-but\":{{\"wildcard\":[\"*{text}\"]}}}}"),
        Gen.Bool.Select(wanted => wanted ? "{\"exists\":true}" : "{\"exists\":false}"),
        Gen.Int[0, 9].Select(low => $"{{\"numeric\":[\">=\",{low},\"<\",{low + 1.5}]}}"),
        Gen.Int[0, 31].Select(bits => $"{{\"cidr\":\"10.1.2.3/{bits}\"}}")
    );

    private static readonly Gen<string> Leaf = Gen.OneOf(
            Text.Select(text => $"\"{text}\""),
            Number,
            Gen.OneOf("true", "false", "null"),
            Operator
        )
        .Array[1, 3]
        .Select(items => $"[{string.Join(" , ", items)}]");

    private static readonly Gen<string> Pattern = Gen.Recursive<string>(
        (depth, nested) =>
            Gen.Select(
                    Gen.OneOf("a", "b", "detail", "a.b", "x y", "\\u0061"),
                    depth > 2 ? Leaf : Gen.OneOf(Leaf, nested)
                )
                .Array[1, 3]
                .Select(members =>
                    $"{{{string.Join(",\n", members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}"
                )
    );

    [Fact]
    public void A_printed_pattern_reads_as_itself() =>
        Gen.OneOf(Pattern, Generate.Pattern)
            .Sample(
                text =>
                {
                    EventPattern pattern = EventPattern.Analyze(text).Pattern.ShouldNotBeNull(text);

                    string printed = pattern.ToString();

                    EventPattern.Analyze(printed).Pattern.ShouldNotBeNull(printed).ToString().ShouldBe(printed);
                },
                iter: Patterns
            );

    [Fact]
    public void A_printed_pattern_matches_what_the_original_matches() =>
        Gen.Select(Generate.Pattern, Generate.Event)
            .Sample(
                (text, eventText) =>
                {
                    byte[] utf8Event = Encoding.UTF8.GetBytes(eventText);
                    EventPattern pattern = EventPattern.Analyze(text).Pattern.ShouldNotBeNull(text);
                    EventPattern printed = EventPattern.Analyze(pattern.ToString()).Pattern.ShouldNotBeNull();

                    printed.IsMatch(utf8Event).ShouldBe(pattern.IsMatch(utf8Event));
                },
                iter: Patterns
            );

    [Fact]
    public void No_text_makes_the_analysis_throw() =>
        Gen.String.Sample(text =>
        {
            PatternAnalysis analysis = EventPattern.Analyze(text);

            (analysis.Pattern is not null || analysis.HasErrors).ShouldBeTrue();
        });

    [Fact]
    public void A_broken_pattern_has_findings_within_its_text() =>
        Gen.Select(
                Pattern,
                Gen.Int[0, 400],
                Gen.OneOf("", "{", "}", "[", "]", ",", ":", "\"", "\\", "'", "1", "tru", "\n")
            )
            .Sample(
                (text, place, insertion) =>
                {
                    int at = place % text.Length;
                    string broken = text[..at] + insertion + text[(at + 1)..];

                    PatternAnalysis analysis = EventPattern.Analyze(broken);

                    (analysis.Pattern is not null || analysis.HasErrors).ShouldBeTrue(broken);
                    analysis.Diagnostics.ShouldAllBe(finding =>
                        finding.Span.Start >= 0 && finding.Span.Length >= 0 && finding.Span.End <= broken.Length
                    );
                }
            );

    [Theory]
    [InlineData("{\"a\":[1]]")]
    [InlineData("{\"a\":[1]]]]")]
    [InlineData("{\"a\":[1]],\"\"")]
    [InlineData("[1}")]
    [InlineData("{]")]
    public void Stray_brackets_at_the_end_are_findings(string text) =>
        EventPattern.Analyze(text).HasErrors.ShouldBeTrue();

    [Fact]
    public void No_event_makes_matching_throw() =>
        Gen.Select(Pattern, Gen.OneOf(Gen.String, Pattern), Gen.Int[0, 400])
            .Sample(
                (text, eventText, length) =>
                {
                    EventPattern pattern = EventPattern.Analyze(text).Pattern.ShouldNotBeNull();
                    byte[] utf8Event = Encoding.UTF8.GetBytes(eventText);

                    Should.NotThrow(() => pattern.IsMatch(utf8Event.AsSpan(0, Math.Min(length, utf8Event.Length))));
                }
            );
}
