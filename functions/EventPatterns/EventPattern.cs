using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Explanation;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Rules;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns;

/// <summary>An EventBridge event pattern, ready to match events. Immutable and safe for concurrent use.</summary>
public sealed class EventPattern
{
    private static readonly AnalysisOptions Defaults = new();

    private readonly ObjectPattern _tree;
    private readonly IReadOnlyList<Branch>? _branches;
    private PatternMatcher? _matcher;

    private EventPattern(ObjectPattern tree, IReadOnlyList<Branch>? branches = null)
    {
        _tree = tree;
        _branches = branches;
    }

    /// <summary>Gets the matcher, made when it is first needed: most patterns are judged and never matched. Two threads may both make it.</summary>
    private PatternMatcher Matcher => _matcher ??= new PatternMatcher(_branches ?? BranchExpander.Expand(_tree));

    /// <summary>Judges a pattern. Bad input is never an exception.</summary>
    /// <param name="text">The pattern as JSON text.</param>
    /// <param name="options">How to judge it, or <see langword="null"/> for the defaults.</param>
    /// <returns>The findings, and the pattern unless EventBridge would refuse it or its <c>$or</c>s multiply beyond measure.</returns>
    public static PatternAnalysis Analyze(string text, AnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return DeepStack.Run(text, options ?? Defaults, Judge);
    }

    /// <summary>Reads a pattern that ought to be right.</summary>
    /// <param name="text">The pattern as JSON text.</param>
    /// <param name="options">How to judge it, or <see langword="null"/> for the defaults.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="EventPatternException">There are findings of error, or too many combinations of <c>$or</c>; it carries all findings.</exception>
    public static EventPattern Parse(string text, AnalysisOptions? options = null)
    {
        PatternAnalysis analysis = Analyze(text, options);
        return analysis is { Pattern: { } pattern, HasErrors: false }
            ? pattern
            : throw new EventPatternException(analysis.Diagnostics);
    }

    /// <summary>Tells whether an event matches.</summary>
    /// <param name="utf8Event">The event as UTF-8 JSON; one that is no JSON object matches nothing.</param>
    /// <returns><see langword="true"/> if it matches.</returns>
    public bool IsMatch(ReadOnlySpan<byte> utf8Event) => Matcher.IsMatch(utf8Event);

    /// <summary>Tells why an event matches or does not: which field decided, and what stood there instead. Much slower than <see cref="IsMatch"/>.</summary>
    /// <param name="utf8Event">The event as UTF-8 JSON; of one that is no JSON object it tells where it breaks.</param>
    /// <returns>The explanation.</returns>
    public MatchExplanation Explain(ReadOnlySpan<byte> utf8Event) =>
        MatchExplainer.Explain(Matcher.Branches, utf8Event, IsMatch(utf8Event));

    /// <summary>Writes the pattern as compact JSON; reading that gives an equal pattern.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _tree.ToString();

    private static PatternAnalysis Judge(string text, AnalysisOptions options)
    {
        SourceText source = new(text);
        DiagnosticBag findings = new(source, options);
        JsonDocumentSyntax document = JsonParser.Parse(source, findings);
        if (options.LengthLimits)
        {
            LengthLimits.Check(document, findings);
        }

        ObjectPattern? tree = PatternParser.Parse(document, findings);
        EventPattern? pattern = tree is null ? null : Check(tree, findings);
        return new(findings.IsRefused ? null : pattern, findings.InOrder());
    }

    private static EventPattern? Check(ObjectPattern tree, DiagnosticBag findings)
    {
        PatternRules.Check(tree, DuplicatePaths.Check(tree, findings), findings);
        if (findings.IsRefused)
        {
            return null;
        }

        if (BranchExpander.NeedsNoExpansion(tree))
        {
            return new EventPattern(tree);
        }

        IReadOnlyList<Branch> branches = BranchExpander.Expand(tree, findings);
        WildcardComplexity.Check(branches, findings);
        return branches.Count == 0 ? null : new EventPattern(tree, branches);
    }
}
