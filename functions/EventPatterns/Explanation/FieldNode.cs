using System.Text;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>A name in the paths of a pattern, with what the event has there. A dotted name goes down several levels.</summary>
internal sealed class FieldNode
{
    /// <summary>Enough names to guess from which one was meant.</summary>
    private const int MaximumNames = 200;

    private readonly Dictionary<string, FieldNode> _children = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Gets the scalars there.</summary>
    public List<ScalarAt> Scalars { get; } = [];

    /// <summary>Gets the first object there, or array without elements: what is no value.</summary>
    public (EventPath Path, string Shape)? Container { get; private set; }

    /// <summary>Gets the names that the event's objects have there.</summary>
    public IReadOnlyCollection<string> Names => _names;

    public FieldNode Child(string name)
    {
        string key = KeyOf(Wtf8.Encode(name));
        if (!_children.TryGetValue(key, out FieldNode? child))
        {
            child = new FieldNode();
            _children.Add(key, child);
        }

        return child;
    }

    /// <summary>Finds what a name in an event leads to.</summary>
    /// <param name="utf8Name">The name, unescaped.</param>
    /// <returns>The node, or <see langword="null"/> when the pattern does not ask there.</returns>
    public FieldNode? Find(ReadOnlySpan<byte> utf8Name)
    {
        FieldNode? node = this;
        foreach (Range part in utf8Name.Split((byte)'.'))
        {
            node = node?._children.GetValueOrDefault(KeyOf(utf8Name[part]));
        }

        return node;
    }

    public void AddName(string name)
    {
        if (_names.Count < MaximumNames)
        {
            _names.Add(name);
        }
    }

    public void AddContainer(EventPath path, string shape) => Container ??= (path, shape);

    // One character for each byte, so that names that are no UTF-8 stay apart.
    private static string KeyOf(ReadOnlySpan<byte> name) => Encoding.Latin1.GetString(name);
}
