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

    public IReadOnlyList<Condition> Conditions => _conditions;

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
        PathNode node = this;
        ReadOnlySpan<byte> rest = key;
        while (true)
        {
            int dot = rest.IndexOf((byte)'.');
            if (node.FindName(dot < 0 ? rest : rest[..dot]) is not { } next)
            {
                return null;
            }

            if (dot < 0)
            {
                return next;
            }

            node = next;
            rest = rest[(dot + 1)..];
        }
    }

    private PathNode? FindName(ReadOnlySpan<byte> name)
    {
        foreach ((byte[] known, PathNode node) in _children)
        {
            if (name.SequenceEqual(known))
            {
                return node;
            }
        }

        return null;
    }

    private PathNode Child(byte[] name)
    {
        if (FindName(name) is { } known)
        {
            return known;
        }

        PathNode node = new();
        _children.Add((name, node));
        return node;
    }
}
