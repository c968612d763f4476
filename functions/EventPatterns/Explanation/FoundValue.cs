namespace Firetiger.EventPatterns.Explanation;

/// <summary>A value that an event has.</summary>
/// <param name="Path">Where, such as <c>detail.containers[1].exitCode</c>.</param>
/// <param name="Text">The value as JSON; a long one is cut.</param>
/// <param name="Note">What to know of it, such as "differs only in case", or <see langword="null"/>.</param>
public sealed record FoundValue(string Path, string Text, string? Note)
{
    /// <summary>Gets a value indicating whether it stands in an element of an array, so that its path says more than the field's.</summary>
    internal bool IsInArray { get; init; }
}
