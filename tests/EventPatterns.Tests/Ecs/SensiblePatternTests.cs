namespace Firetiger.EventPatterns.Tests.Ecs;

/// <summary>A warning about a sensible pattern is a defect.</summary>
public sealed class SensiblePatternTests
{
    public static TheoryData<string> Patterns =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "sensible.ndjson"))];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_sensible_pattern_has_no_findings(string pattern) =>
        EventPattern.Analyze(pattern).Diagnostics.ShouldBeEmpty();
}
