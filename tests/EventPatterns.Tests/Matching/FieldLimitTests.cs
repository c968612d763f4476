namespace Firetiger.EventPatterns.Tests.Matching;

public sealed class FieldLimitTests
{
    [Theory]
    [InlineData(256, "")]
    [InlineData(255, ",\"$or\":[{\"x\":[1]},{\"y\":[1]}]")]
    public void A_branch_may_have_256_fields(int fields, string rest) => Codes(fields, rest).ShouldNotContain("EP0314");

    [Theory]
    [InlineData(257, "")]
    [InlineData(256, ",\"$or\":[{\"x\":[1]},{\"y\":[1]}]")]
    public void A_branch_of_257_fields_is_refused(int fields, string rest) =>
        Codes(fields, rest).ShouldContain("EP0314");

    private static List<string> Codes(int fields, string rest)
    {
        string all = string.Join(',', Enumerable.Range(0, fields).Select(number => $"\"f{number}\":[1]"));
        PatternAnalysis analysis = EventPattern.Analyze(
            $"{{\"detail\":{{{all}{rest}}}}}",
            new AnalysisOptions { LengthLimits = false }
        );
        return [.. analysis.Diagnostics.Select(finding => finding.Code)];
    }
}
