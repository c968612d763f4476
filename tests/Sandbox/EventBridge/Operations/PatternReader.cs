using Firetiger.EventPatterns;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.EventBridge.Operations;

/// <summary>Judges event patterns as EventBridge does, with the product's own library.</summary>
internal static class PatternReader
{
    /// <summary>The API's limit ("PutRule", API reference).</summary>
    private const int ApiLimit = 4096;

    /// <summary>A rule's quota unless AWS has raised it ("EventBridge quotas").</summary>
    private const int RuleQuota = 2048;

    private static readonly AnalysisOptions Options = new() { Strictness = Strictness.Lenient, LengthLimits = false };

    public static EventPattern ReadForRule(string text) =>
        text.Length is > RuleQuota and <= ApiLimit ? throw EventBridgeErrors.LimitExceeded() : Read(text);

    public static EventPattern Read(string text)
    {
        if (text.Length > ApiLimit)
        {
            throw Constraints.Broken(text, "EventPattern", $"Member must have length less than or equal to {ApiLimit}");
        }

        var analysis = EventPattern.Analyze(text, Options);
        return analysis.Pattern ?? throw EventBridgeErrors.InvalidPattern(Reason(analysis.Diagnostics));
    }

    /// <summary>Picks EventBridge's own text: it stops at the first mistake.</summary>
    private static string Reason(IEnumerable<Diagnostic> findings)
    {
        var errors = findings.Where(finding => finding.Severity == DiagnosticSeverity.Error).ToList();
        return (errors.Find(finding => finding.Detail is not null) ?? errors.FirstOrDefault()) is { } first
            ? first.Detail ?? first.Message
            : "unknown";
    }
}
