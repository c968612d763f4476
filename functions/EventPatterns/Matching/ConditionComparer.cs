using System.Runtime.CompilerServices;
using Firetiger.EventPatterns.Syntax;

namespace Firetiger.EventPatterns.Matching;

/// <summary>Tells conditions apart by path and by which list of the text they come from.</summary>
internal sealed class ConditionComparer : IEqualityComparer<(string Path, LeafPattern Leaf)>
{
    public static readonly ConditionComparer Instance = new();

    public bool Equals((string Path, LeafPattern Leaf) x, (string Path, LeafPattern Leaf) y) =>
        ReferenceEquals(x.Leaf, y.Leaf) && string.Equals(x.Path, y.Path, StringComparison.Ordinal);

    public int GetHashCode((string Path, LeafPattern Leaf) obj) => RuntimeHelpers.GetHashCode(obj.Leaf);
}
