using System.Text;
using CsCheck;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Tests.Plausible;

namespace Firetiger.EventPatterns.Tests.Ecs;

public sealed class VerdictLaws
{
    private const int Patterns = 2_000;

    [Fact]
    public void What_an_error_says_never_matches_matches_no_event_that_can_be()
    {
        int claims = 0;
        int matches = 0;

        Gen.Select(GeneratePlausible.Pattern, Gen.Int[0, 1000])
            .Sample(
                (parts, die) =>
                {
                    string pattern = PlausiblePattern.Print(parts);
                    PatternAnalysis analysis = EventPattern.Analyze(pattern);
                    Diagnostic? claim = analysis.Diagnostics.FirstOrDefault(IsClaim);
                    string? found = EventsFor(parts, die)
                        .FirstOrDefault(made => analysis.Pattern!.IsMatch(Encoding.UTF8.GetBytes(made)));

                    (claim is null || found is null).ShouldBeTrue($"{pattern}\n{claim}\n{found}");

                    Interlocked.Add(ref claims, claim is null ? 0 : 1);
                    Interlocked.Add(ref matches, found is null ? 0 : 1);
                },
                iter: Patterns
            );

        (claims * 100 / Patterns).ShouldBeGreaterThan(20, "Too few patterns are said to match nothing.");
        (matches * 100 / Patterns).ShouldBeGreaterThan(20, "Too few patterns match an event made for them.");
    }

    private static bool IsClaim(Diagnostic finding) =>
        finding.Severity == DiagnosticSeverity.Error
        && finding.Message.EndsWith("never matches", StringComparison.Ordinal);

    private static IEnumerable<string> EventsFor(PlausiblePattern[] parts, int die) =>
        PlausiblePattern
            .Expand(parts)
            .SelectMany(fields =>
                new[]
                {
                    PlausibleEvent.For(fields, isEcs: true, die),
                    PlausibleEvent.For(fields, isEcs: true, die + 1),
                    PlausibleEvent.For(fields, isEcs: false, die),
                    PlausibleEvent.For(fields, isEcs: false, die + 1),
                }
            )
            .OfType<string>();
}
