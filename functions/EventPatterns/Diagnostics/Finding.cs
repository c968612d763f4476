namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>What a finding says, before it has a place.</summary>
/// <param name="Descriptor">Its kind.</param>
/// <param name="Message">What is wrong, lower case, without a full stop.</param>
/// <param name="Hint">What to change.</param>
/// <param name="Detail">EventBridge's own text after "Event pattern is not valid. Reason: ".</param>
internal sealed record Finding(
    DiagnosticDescriptor Descriptor,
    string Message,
    string? Hint = null,
    string? Detail = null
)
{
    /// <summary>Gets a value indicating whether a strict finding stays a warning here, because something else may still match.</summary>
    public bool OnlyWarns { get; init; }
}
