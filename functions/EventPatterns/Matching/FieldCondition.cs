using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Matching;

/// <summary>What is asked of a field.</summary>
/// <param name="Path">The field names joined with dots.</param>
/// <param name="Leaf">The values of which one must match.</param>
internal readonly record struct FieldCondition(string Path, LeafPattern Leaf);
