using System.Globalization;
using System.Text;

namespace Firetiger.EventPatterns.Text;

/// <summary>A place in a JSON document, such as <c>$.detail.state[0]</c>. Linked to its parent, so that deep documents cost no text until a finding needs it.</summary>
internal sealed class JsonPath
{
    private const int MaximumSteps = 40;
    private const int MaximumName = 200;

    public static readonly JsonPath Root = new(null, null, 0);

    private readonly JsonPath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? name, int index)
    {
        _parent = parent;
        _name = name;
        _index = index;
    }

    public JsonPath Field(string name) => new(this, name, 0);

    public JsonPath Item(int index) => new(this, null, index);

    /// <summary>Tells whether a field of that name is around this place.</summary>
    /// <param name="name">A plain name.</param>
    /// <returns><see langword="true"/> if there is one.</returns>
    public bool IsWithin(string name)
    {
        for (JsonPath? path = _parent; path is not null; path = path._parent)
        {
            if (string.Equals(path._name, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes the path. The middle of a very deep one, and the end of a very long name, are left out.</summary>
    /// <returns>The text, such as <c>$.detail.state[0]</c>.</returns>
    public override string ToString()
    {
        List<JsonPath> steps = [];
        for (JsonPath path = this; path._parent is not null; path = path._parent)
        {
            steps.Add(path);
        }

        steps.Reverse();
        StringBuilder text = new("$");
        int head = steps.Count > MaximumSteps ? MaximumSteps / 2 : steps.Count;
        steps.GetRange(0, head).ForEach(step => step.AppendStep(text));
        if (head < steps.Count)
        {
            text.Append('…');
            steps.GetRange(steps.Count - head, head).ForEach(step => step.AppendStep(text));
        }

        return text.ToString();
    }

    private void AppendStep(StringBuilder text)
    {
        if (_name is null)
        {
            text.Append('[').Append(_index).Append(']');
            return;
        }

        bool isLong = _name.Length > MaximumName;
        string name = isLong ? _name[..MaximumName] + "…" : _name;
        if (IsPlain(isLong ? _name[..MaximumName] : _name))
        {
            text.Append('.').Append(name);
        }
        else
        {
            text.Append("['").Append(Escape(name)).Append("']");
        }
    }

    private static bool IsPlain(string name) =>
        name.Length > 0
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '$');

    private static string Escape(string name)
    {
        StringBuilder escaped = new();
        foreach (char character in name)
        {
            if (char.IsControl(character) || char.IsSurrogate(character))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else if (character is '\'' or '\\')
            {
                escaped.Append('\\').Append(character);
            }
            else
            {
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }
}
