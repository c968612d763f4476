namespace Firetiger.EventPatterns.Explanation;

/// <summary>What one combination of <c>$or</c> branches says to an event: all of its fields must match.</summary>
/// <param name="IsMatch">Whether they do, in elements of arrays that go together.</param>
/// <param name="Fields">Its fields, in the order in which EventBridge decides them: by name.</param>
public sealed record BranchExplanation(bool IsMatch, IReadOnlyList<FieldExplanation> Fields);
