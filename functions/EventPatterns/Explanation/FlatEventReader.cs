using System.Text;
using System.Text.Json;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Explanation;

/// <summary>Walks an event and keeps each scalar at a path of the pattern, with the elements of arrays around it.</summary>
internal ref struct FlatEventReader
{
    private const int MaximumDepth = 1000;

    private readonly Stack<OpenContainer> _open = new();
    private readonly ReadOnlySpan<byte> _utf8Event;
    private Utf8JsonReader _json;
    private int _arrays;
    private int? _longNumber;

    private FlatEventReader(ReadOnlySpan<byte> utf8Event)
    {
        _utf8Event = utf8Event;
        _json = new Utf8JsonReader(utf8Event, new JsonReaderOptions { MaxDepth = MaximumDepth });
    }

    /// <summary>Reads an event up to the closing brace of its root; what follows is ignored.</summary>
    /// <param name="utf8Event">The event.</param>
    /// <param name="root">The paths of the pattern, which take up what is there.</param>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static EventMistake? Read(ReadOnlySpan<byte> utf8Event, FieldNode root)
    {
        FlatEventReader reader = new(utf8Event);
        try
        {
            return reader.ReadRoot(root);
        }
        catch (JsonException exception)
        {
            return EventMistakes.Of(utf8Event, exception);
        }
    }

    private EventMistake? ReadRoot(FieldNode root)
    {
        if (!_json.Read() || _json.TokenType != JsonTokenType.StartObject)
        {
            return EventMistakes.NotAnObject(_json.TokenType);
        }

        _open.Push(new OpenContainer(root, EventPath.Root, Place: null, Array: null));
        while (_open.Count > 0 && _json.Read())
        {
            ReadToken(_open.Peek());
        }

        return _longNumber is { } start ? EventMistakes.NumberTooLong(_utf8Event[..start]) : null;
    }

    private void ReadToken(OpenContainer around)
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.PropertyName:
                ReadName(around);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _open.Pop().Close();
                break;
            default:
                ReadValue(around);
                break;
        }
    }

    private void ReadName(OpenContainer around)
    {
        byte[] name = Unescape();
        string text = Encoding.UTF8.GetString(name);
        around.Node.AddName(text);
        around.Count++;
        if (around.Node.Find(name) is { } child)
        {
            _json.Read();
            ReadValue(child, around.Path.Field(text), around.Place, around.Place);
        }
        else
        {
            _json.Skip();
        }
    }

    private void ReadValue(OpenContainer around)
    {
        EventPath path = around.Path.Item(around.Count);
        // To EventBridge a scalar is no element of its own: it agrees with every object and array beside it.
        EventPlace element = new(around.Place, around.Array!.Value, around.Count, path);
        around.Count++;
        ReadValue(around.Node, path, around.Place, element);
    }

    private void ReadValue(FieldNode node, EventPath path, EventPlace? scalarPlace, EventPlace? containerPlace)
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.StartObject:
                _open.Push(new OpenContainer(node, path, containerPlace, Array: null));
                break;
            case JsonTokenType.StartArray:
                _open.Push(new OpenContainer(node, path, containerPlace, _arrays++));
                break;
            default:
                AddScalar(node, path, scalarPlace);
                break;
        }
    }

    private void AddScalar(FieldNode node, EventPath path, EventPlace? place)
    {
        EventScalarKind kind = _json.TokenType switch
        {
            JsonTokenType.String => EventScalarKind.String,
            JsonTokenType.Number => EventScalarKind.Number,
            JsonTokenType.True => EventScalarKind.True,
            JsonTokenType.False => EventScalarKind.False,
            _ => EventScalarKind.Null,
        };
        if (kind == EventScalarKind.Number && _json.ValueSpan.Length > JsonNumberGrammar.MaximumLength)
        {
            _longNumber ??= checked((int)_json.TokenStartIndex);
        }

        node.Scalars.Add(new ScalarAt(kind, Unescape(), path, place));
    }

    private readonly byte[] Unescape()
    {
        byte[] bytes = _json.ValueSpan.ToArray();
        return _json.ValueIsEscaped ? bytes[..Wtf8.Unescape(_json.ValueSpan, bytes)] : bytes;
    }
}
