namespace Firetiger.EventPatterns;

/// <summary>How a pattern is judged.</summary>
public sealed record AnalysisOptions
{
    /// <summary>The newest version of the Strict rules.</summary>
    public const int LatestRulesVersion = 1;

    /// <summary>Gets what a pattern that cannot match is: an error (the default) or a warning.</summary>
    public Strictness Strictness { get; init; } = Strictness.Strict;

    /// <summary>Gets the version of the Strict rules that may be errors; a rule introduced later only warns. From 1; the default is the newest.</summary>
    public int RulesVersion { get; init; } = LatestRulesVersion;

    /// <summary>Gets a value indicating whether EventBridge's limits of 2,048 and 4,096 characters are applied. The default is that they are.</summary>
    public bool LengthLimits { get; init; } = true;
}
