using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Tests;

/// <summary>What a table of patterns compares: the codes of all findings, or the hint of the only one.</summary>
internal static class Findings
{
    public static string Codes(string pattern) =>
        string.Join(' ', EventPattern.Analyze(pattern).Diagnostics.Select(finding => finding.Code));

    public static Diagnostic Only(string pattern) => EventPattern.Analyze(pattern).Diagnostics.ShouldHaveSingleItem();

    public static string OnlyHint(string pattern) => Only(pattern).Hint.ShouldNotBeNull(pattern);
}
