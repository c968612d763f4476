namespace Firetiger.EventPatterns.Explanation;

/// <summary>What one field of a pattern says to an event.</summary>
/// <param name="Path">The names joined with dots, such as <c>detail.containers.exitCode</c>.</param>
/// <param name="PatternPath">Where the pattern asks, such as <c>$.detail.containers.exitCode</c>.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Asked">What the pattern asks for, as JSON; the alternatives are joined with "or", a long list is cut.</param>
/// <param name="Reason">The same in words, lower case, without a full stop.</param>
/// <param name="Values">What the event has there: those that decide, at most <see cref="MaximumValues"/>.</param>
/// <param name="ValueCount">How many there are.</param>
public sealed record FieldExplanation(
    string Path,
    string PatternPath,
    FieldOutcome Outcome,
    string Asked,
    string Reason,
    IReadOnlyList<FoundValue> Values,
    int ValueCount
)
{
    /// <summary>The most values told of one field.</summary>
    public const int MaximumValues = 5;

    /// <summary>Gets a value indicating whether the field is satisfied.</summary>
    public bool IsMatch => Outcome == FieldOutcome.Matches;
}
