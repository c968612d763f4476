using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Tests.Diagnostics;

public sealed class HugeTextTests
{
    [Theory]
    [InlineData(1_001)]
    [InlineData(20_000)]
    public void A_text_too_deep_to_be_read_has_no_length(int levels)
    {
        string text = Repeat("{\"a\":", levels) + "[1]" + Repeat("}", levels);

        PatternAnalysis analysis = EventPattern.Analyze(text);

        analysis.Pattern.ShouldBeNull();
        analysis.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("EP0015");
    }

    [Fact]
    public void The_path_of_a_deep_finding_leaves_out_its_middle()
    {
        string text = "{\"detail\":" + Repeat("{\"a\":", 900) + "1" + Repeat("}", 901);

        Diagnostic finding = First(text);

        finding.Path.ShouldBe("$.detail" + Repeat(".a", 19) + "…" + Repeat(".a", 20));
    }

    [Fact]
    public void The_path_of_a_finding_cuts_a_long_name()
    {
        string text = $$$"""{"detail":{"{{{Repeat("x", 5_000)}}}":1}}""";

        First(text).Path.ShouldBe("$.detail." + Repeat("x", 200) + "…");
    }

    [Fact]
    public void Many_duplicates_in_many_branches_are_each_found_once()
    {
        string branch = """{"k0":[1],"own":[1]},""";
        string fields = string.Join(',', Enumerable.Range(0, 250).Select(index => $"\"k{index}\":[1]"));
        string text = $$"""{{{fields}},"$or":[{{Repeat(branch, 1_000)}}{"own":[1]}],"own":[2]}""";

        IReadOnlyList<Diagnostic> findings = EventPattern
            .Analyze(text, new AnalysisOptions { LengthLimits = false })
            .Diagnostics;

        findings.Count(finding => finding.Code is "EP0402").ShouldBe(1_001);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static Diagnostic First(string text) =>
        EventPattern
            .Analyze(text, new AnalysisOptions { LengthLimits = false })
            .Diagnostics.First(finding => finding.Severity == DiagnosticSeverity.Error);
}
