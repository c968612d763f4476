using CsCheck;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Diagnostics.Rendering;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Tests.Fuzzing;

public sealed class AnalysisFuzzing
{
    private const int Texts = 2_000;

    // Our own limit, not EventBridge's: no pattern, and yet no error.
    private const string NotJudged = "EP0315";

    [Fact]
    public void Findings_lie_within_the_text_and_in_order() =>
        Mutate.Patterns.Sample(
            text =>
            {
                IReadOnlyList<Diagnostic> findings = EventPattern.Analyze(text).Diagnostics;

                findings.All(finding => IsWithin(finding.Span, text)).ShouldBeTrue();
                findings.Select(finding => finding.Span.Start).ShouldBeInOrder();
            },
            iter: Texts
        );

    [Fact]
    public void A_pattern_is_refused_exactly_when_an_error_is_not_of_Strict() =>
        Mutate.Patterns.Sample(
            text =>
            {
                PatternAnalysis analysis = EventPattern.Analyze(text);

                bool isRefused = analysis.Diagnostics.Any(finding =>
                    finding is { Severity: DiagnosticSeverity.Error, Descriptor.StrictSince: null }
                );
                bool isNotJudged = analysis.Diagnostics.Any(finding =>
                    string.Equals(finding.Code, NotJudged, StringComparison.Ordinal)
                );
                (analysis.Pattern is null).ShouldBe(isRefused || isNotJudged);
            },
            iter: Texts
        );

    [Fact]
    public void Line_and_column_name_the_place_of_the_finding() =>
        Mutate.Patterns.Sample(
            text => EventPattern.Analyze(text).Diagnostics.All(finding => IsPlaceOf(finding, text)).ShouldBeTrue(),
            iter: Texts
        );

    [Fact]
    public void Lenient_and_Strict_find_the_same_things() =>
        Mutate.Patterns.Sample(
            text =>
            {
                PatternAnalysis strict = EventPattern.Analyze(text);
                PatternAnalysis lenient = EventPattern.Analyze(text, new() { Strictness = Strictness.Lenient });

                lenient.Diagnostics.Select(Place).ShouldBe(strict.Diagnostics.Select(Place));
                (lenient.Pattern is null).ShouldBe(strict.Pattern is null);
            },
            iter: Texts
        );

    [Fact]
    public void Every_finding_can_be_shown() =>
        Mutate.Patterns.Sample(
            text =>
            {
                IReadOnlyList<Diagnostic> findings = EventPattern.Analyze(text).Diagnostics;

                Terminal.Render(findings, text).Any(IsUnprintable).ShouldBeFalse();
                OneLine.Render(findings, 4000).Any(char.IsControl).ShouldBeFalse();
                Should.NotThrow(() => JsonReport.Render(findings));
            },
            iter: Texts / 4
        );

    private static bool IsWithin(TextSpan span, string text) =>
        span.Start >= 0 && span.Length >= 0 && span.End <= text.Length;

    private static bool IsPlaceOf(Diagnostic finding, string text)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, finding.Span.Start);
        return finding.Line == before.Count('\n') + 1 && finding.Column == before.Length - before.LastIndexOf('\n');
    }

    private static bool IsUnprintable(char character) => character != '\n' && char.IsControl(character);

    private static (string, int, int) Place(Diagnostic finding) =>
        (finding.Code, finding.Span.Start, finding.Span.Length);
}
