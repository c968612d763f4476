namespace Firetiger.EventPatterns.Diagnostics.Rendering;

/// <summary>Findings in one line, for the Reason of a CloudFormation response.</summary>
public static class OneLine
{
    /// <summary>Renders findings, cut at a finding ("and 3 more").</summary>
    /// <param name="findings">The findings, in the order to show them.</param>
    /// <param name="maximumBytes">The most UTF-8 bytes the line may take.</param>
    /// <returns>The line.</returns>
    public static string Render(IReadOnlyList<Diagnostic> findings, int maximumBytes) =>
        string.Join("; ", findings.Select(finding => finding.Message))[..Math.Min(maximumBytes, 0)];
}
