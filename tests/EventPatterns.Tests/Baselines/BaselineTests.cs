using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Tests.Baselines;

public sealed class BaselineTests
{
    public static TheoryData<string> Names => [.. Baseline.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_findings_stand_where_the_baseline_says(string name)
    {
        string expected = Baseline.Expected(name);
        string actual = Actual(expected);

        actual.ShouldBe(expected, $"If the change is meant: {Baseline.KeepActual(name, actual)}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_baseline_shows_the_code_it_is_named_after(string name) =>
        Analyze(Baseline.Input(Baseline.Expected(name))).ShouldContain(finding => finding.Code == name);

    [Fact]
    public void Every_code_of_the_catalogue_has_a_baseline() =>
        DiagnosticCatalogue.All.Select(descriptor => descriptor.Code).ShouldBe(Baseline.Names());

    private static string Actual(string baseline)
    {
        string input = Baseline.Input(baseline);
        return Baseline.Annotate(input, Analyze(input));
    }

    private static IReadOnlyList<Diagnostic> Analyze(string input) => EventPattern.Analyze(input).Diagnostics;
}
