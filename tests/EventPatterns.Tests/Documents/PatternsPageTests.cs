using System.Text;

namespace Firetiger.EventPatterns.Tests.Documents;

/// <summary>Runs the tables of <c>docs/patterns.md</c>.</summary>
public sealed class PatternsPageTests
{
    public static TheoryData<string, string, string> Verdicts =>
        [.. Rows().Where(cells => cells.Length == 3).Select(cells => (cells[0], cells[1], cells[2]))];

    public static TheoryData<string, string> Findings =>
        [.. Rows().Where(cells => cells.Length == 2).Select(cells => (cells[0], cells[1]))];

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void An_event_matches_as_the_page_says(string pattern, string utf16Event, string verdict)
    {
        EventPattern compiled = EventPattern.Analyze(pattern).Pattern.ShouldNotBeNull();

        bool hit = compiled.IsMatch(Encoding.UTF8.GetBytes(utf16Event));

        (hit ? "matches" : "does not match").ShouldBe(verdict);
    }

    [Theory]
    [MemberData(nameof(Findings))]
    public void A_pattern_has_the_finding_that_the_page_says(string pattern, string code) =>
        EventPattern.Analyze(pattern).Diagnostics.Select(finding => finding.Code).ShouldContain(code);

    // The rows that begin with a pattern; cells lose their backticks.
    private static IEnumerable<string[]> Rows() =>
        DocumentFile
            .Read("patterns.md")
            .Split('\n')
            .Where(line => line.StartsWith("| `{", StringComparison.Ordinal))
            .Select(line => line[2..^2].Split(" | ").Select(cell => cell.Trim('`')).ToArray());
}
