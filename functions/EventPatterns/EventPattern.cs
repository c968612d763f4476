namespace Firetiger.EventPatterns;

/// <summary>An EventBridge event pattern, ready to match events. Immutable and safe for concurrent use.</summary>
public sealed class EventPattern
{
    private readonly string _text;

    private EventPattern(string text) => _text = text;

    /// <summary>Judges a pattern. Bad input is never an exception.</summary>
    /// <param name="text">The pattern as JSON text.</param>
    /// <param name="options">How to judge it, or <see langword="null"/> for the defaults.</param>
    /// <returns>The findings, and the pattern unless EventBridge would refuse it.</returns>
    public static PatternAnalysis Analyze(string text, AnalysisOptions? options = null) =>
        new(new EventPattern(text), []);

    /// <summary>Tells whether an event matches.</summary>
    /// <param name="utf8Event">The event as UTF-8 JSON; one that is no JSON object matches nothing.</param>
    /// <returns><see langword="true"/> if it matches.</returns>
    public bool IsMatch(ReadOnlySpan<byte> utf8Event) => !utf8Event.IsEmpty && _text.Length > 0;
}
