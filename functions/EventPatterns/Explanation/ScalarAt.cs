using Firetiger.EventPatterns.Matching;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>One scalar of an event, kept.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">The unescaped text of a string, or the literal.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Place">The element of an array around it, or <see langword="null"/>.</param>
internal sealed record ScalarAt(EventScalarKind Kind, ReadOnlyMemory<byte> Bytes, EventPath Path, EventPlace? Place)
{
    public EventScalar Value => new(Kind, Bytes.Span);
}
