using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Matching;

/// <summary>A field of a branch; branches share what they have in common.</summary>
/// <param name="Leaf">What is asked for.</param>
/// <param name="Previous">What the text said before.</param>
internal sealed record BranchStep(LeafPattern Leaf, BranchStep? Previous)
{
    /// <summary>Gets the names of the field, joined with dots.</summary>
    public string Path => Leaf.DottedPath;

    /// <summary>Gets its place in the branch, from 0.</summary>
    public int Number { get; } = Previous is null ? 0 : Previous.Number + 1;
}
