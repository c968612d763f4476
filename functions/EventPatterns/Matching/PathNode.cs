using System.Runtime.InteropServices;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// A node of the tree of all field paths of a pattern, one level for each name between dots: a dotted key of an event goes down several
/// levels, because to EventBridge <c>{"a.b":1}</c> and <c>{"a":{"b":1}}</c> are the same.
/// </summary>
internal sealed class PathNode
{
    private readonly List<(byte[] Name, PathNode Node)> _children = [];
    private readonly List<Condition> _conditions = [];

    public ReadOnlySpan<Condition> Conditions => CollectionsMarshal.AsSpan(_conditions);

    public bool HasChildren => _children.Count > 0;

    public void Add(Condition condition)
    {
        PathNode node = this;
        foreach (string name in condition.Path.Split('.'))
        {
            node = node.Child(Wtf8.Encode(name));
        }

        node._conditions.Add(condition);
    }

    /// <summary>Finds the node of a key below this one.</summary>
    /// <param name="key">The key, unescaped, perhaps with dots.</param>
    /// <returns>The node, or <see langword="null"/> when no path of the pattern goes there.</returns>
    public PathNode? Find(ReadOnlySpan<byte> key)
    {
        foreach ((byte[] name, PathNode node) in CollectionsMarshal.AsSpan(_children))
        {
            if (key.StartsWith(name) && (key.Length == name.Length || key[name.Length] == '.'))
            {
                return key.Length == name.Length ? node : node.Find(key[(name.Length + 1)..]);
            }
        }

        return null;
    }

    private PathNode Child(byte[] name)
    {
        if (Find(name) is { } known)
        {
            return known;
        }

        PathNode node = new();
        _children.Add((name, node));
        return node;
    }
}
