using System.Text;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>The names from the root of a pattern to the field being visited, joined with dots when a list of values is reached.</summary>
internal sealed class FieldPath
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Goes into a field.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Where to go back to.</returns>
    public int Enter(string name)
    {
        int before = _text.Length;
        _text.Append(_depth == 0 ? "" : ".").Append(name);
        _depth++;
        return before;
    }

    public void Leave(int before)
    {
        _text.Length = before;
        _depth--;
    }

    public override string ToString() => _text.ToString();
}
