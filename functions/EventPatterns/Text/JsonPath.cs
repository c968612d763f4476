using System.Globalization;
using System.Text;

namespace Firetiger.EventPatterns.Text;

/// <summary>A place in a JSON document, such as <c>$.detail.state[0]</c>. Linked to its parent, so that deep documents cost no text until a finding needs it.</summary>
internal sealed class JsonPath
{
    public static readonly JsonPath Root = new(null, "$");

    private readonly JsonPath? _parent;
    private readonly string _step;

    private JsonPath(JsonPath? parent, string step)
    {
        _parent = parent;
        _step = step;
    }

    public JsonPath Field(string name) => new(this, IsPlain(name) ? "." + name : "['" + Escape(name) + "']");

    public JsonPath Item(int index) => new(this, string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    /// <summary>Tells whether a field of that name is around this place.</summary>
    /// <param name="name">A plain name.</param>
    /// <returns><see langword="true"/> if there is one.</returns>
    public bool IsWithin(string name)
    {
        for (JsonPath? path = _parent; path is not null; path = path._parent)
        {
            if (string.Equals(path._step, "." + name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public override string ToString()
    {
        List<string> steps = [];
        for (JsonPath? path = this; path is not null; path = path._parent)
        {
            steps.Add(path._step);
        }

        steps.Reverse();
        return string.Concat(steps);
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
