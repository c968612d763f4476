using Firetiger.EventPatterns;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>What is found of one row.</summary>
/// <param name="Analysis">What there is to say of the pattern.</param>
/// <param name="Match">Whether the event matches; <see langword="null"/> without an event or a pattern that can be used.</param>
internal sealed record CaseVerdict(PatternAnalysis Analysis, bool? Match)
{
    /// <summary>Gets a value indicating whether EventBridge takes the pattern, whatever the strictness.</summary>
    public bool IsValid => Analysis.Pattern is not null || !Analysis.HasErrors;

    public static CaseVerdict Of(CaseRow row, AnalysisOptions options)
    {
        var analysis = EventPattern.Analyze(row.Pattern, options);
        return new CaseVerdict(analysis, row.Event is null ? null : analysis.Pattern?.IsMatch(row.Event));
    }
}
