using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Firetiger.EventPatterns.Text;

/// <summary>A place in a JSON document, such as <c>$.detail.state[0]</c>. Linked to its parent, so that deep documents cost no text until a finding needs it.</summary>
internal sealed class JsonPath
{
    private const int MaximumSteps = 40;
    private const int MaximumName = 200;
    private const int UsualLength = 128;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_$"
    );

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

    /// <summary>Gets a value indicating whether an element of a list is on the way.</summary>
    public bool IsInArray
    {
        get
        {
            JsonPath path = this;
            while (path is { _name: not null, _parent: not null })
            {
                path = path._parent;
            }

            return path._parent is not null;
        }
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

    /// <summary>Joins the names of the fields with dots, without indices.</summary>
    /// <param name="ignored">A name to leave out.</param>
    /// <returns>The text, such as <c>detail.state</c>.</returns>
    public string Dotted(string ignored)
    {
        int length = -1;
        for (JsonPath? path = Named(this, ignored); path is not null; path = Named(path._parent, ignored))
        {
            length += path._name!.Length + 1;
        }

        return length < 0 ? "" : string.Create(length, (Path: this, ignored), WriteDotted);
    }

    private static void WriteDotted(Span<char> text, (JsonPath Path, string Ignored) what)
    {
        int start = text.Length + 1;
        JsonPath? path = what.Path;
        while ((path = Named(path, what.Ignored)) is not null)
        {
            start -= path._name!.Length + 1;
            path._name.CopyTo(text[start..]);
            if (start > 0)
            {
                text[start - 1] = '.';
            }

            path = path._parent;
        }
    }

    /// <summary>Finds the place, or the nearest one around it, that is a field of another name.</summary>
    private static JsonPath? Named(JsonPath? path, string ignored)
    {
        while (path is not null && (path._name is null || string.Equals(path._name, ignored, StringComparison.Ordinal)))
        {
            path = path._parent;
        }

        return path;
    }

    /// <summary>Writes the path. The middle of a very deep one, and the end of a very long name, are left out.</summary>
    /// <returns>The text, such as <c>$.detail.state[0]</c>.</returns>
    public override string ToString()
    {
        if (_parent is null)
        {
            return "$";
        }

        DefaultInterpolatedStringHandler text = new(0, 0, CultureInfo.InvariantCulture, stackalloc char[UsualLength]);
        text.AppendLiteral("$");
        int steps = CountSteps();
        if (steps <= MaximumSteps)
        {
            AppendLast(steps, ref text);
            return text.ToStringAndClear();
        }

        Above(steps - (MaximumSteps / 2)).AppendLast(MaximumSteps / 2, ref text);
        text.AppendLiteral("…");
        AppendLast(MaximumSteps / 2, ref text);
        return text.ToStringAndClear();
    }

    private int CountSteps()
    {
        int steps = 0;
        for (JsonPath? path = _parent; path is not null; path = path._parent)
        {
            steps++;
        }

        return steps;
    }

    private JsonPath Above(int steps)
    {
        JsonPath path = this;
        for (int step = 0; step < steps; step++)
        {
            path = path._parent!;
        }

        return path;
    }

    private void AppendLast(int steps, ref DefaultInterpolatedStringHandler text)
    {
        if (steps > 0)
        {
            _parent!.AppendLast(steps - 1, ref text);
            AppendStep(ref text);
        }
    }

    private void AppendStep(ref DefaultInterpolatedStringHandler text)
    {
        if (_name is null)
        {
            text.AppendLiteral("[");
            text.AppendFormatted(_index);
            text.AppendLiteral("]");
            return;
        }

        bool isLong = _name.Length > MaximumName;
        string name = isLong ? _name[..MaximumName] + "…" : _name;
        if (IsPlain(isLong ? _name[..MaximumName] : _name))
        {
            text.AppendLiteral(".");
            text.AppendLiteral(name);
        }
        else
        {
            text.AppendLiteral("['");
            text.AppendLiteral(Escape(name));
            text.AppendLiteral("']");
        }
    }

    private static bool IsPlain(ReadOnlySpan<char> name) => name.Length > 0 && !name.ContainsAnyExcept(Plain);

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
