using System.Runtime.CompilerServices;
using System.Text.Json;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Matching;

/// <summary>Walks an event once and hands each scalar at a path of the pattern to its conditions. The rest is skipped.</summary>
internal ref struct EventReader
{
    private const int MaximumDepth = 1000;

    private readonly MatchState _state;
    private Utf8JsonReader _json;

    public EventReader(ReadOnlySpan<byte> utf8Event, MatchState state)
    {
        _state = state;
        _json = new Utf8JsonReader(utf8Event, new JsonReaderOptions { MaxDepth = MaximumDepth });
    }

    /// <summary>Reads the event up to the closing brace of its root; what follows is ignored.</summary>
    /// <param name="paths">The paths of the pattern.</param>
    /// <returns><see langword="false"/> when it is not a JSON object.</returns>
    public bool TryRead(PathNode paths)
    {
        try
        {
            if (!_json.Read() || _json.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            ReadObject(paths, 0);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // A small stack ends the event early, like too much depth does, instead of ending the process.
    private static void EnsureStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new JsonException();
        }
    }

    private void ReadObject(PathNode node, int place)
    {
        EnsureStack();
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            PathNode? child = node.Find(Unescape());
            _json.Read();
            if (child is null)
            {
                _json.Skip();
            }
            else
            {
                ReadValue(child, place);
            }
        }
    }

    private void ReadValue(PathNode node, int place)
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.StartObject when node.HasChildren:
                ReadObject(node, place);
                break;
            case JsonTokenType.StartObject:
                _json.Skip();
                break;
            case JsonTokenType.StartArray:
                ReadArray(node, place);
                break;
            default:
                ReadScalar(node, place);
                break;
        }
    }

    private void ReadArray(PathNode node, int place)
    {
        EnsureStack();
        int array = _state.BeginArray();
        int element = 0;
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            // To EventBridge a scalar is no element of its own: it agrees with every object and array beside it.
            bool isElement = _json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            ReadValue(node, isElement ? _state.Place(array, element++, place) : place);
        }
    }

    private void ReadScalar(PathNode node, int place)
    {
        if (node.Conditions.Count == 0)
        {
            return;
        }

        EventScalar scalar = _json.TokenType switch
        {
            JsonTokenType.String => new(EventScalarKind.String, Unescape()),
            JsonTokenType.Number => new(EventScalarKind.Number, _json.ValueSpan),
            JsonTokenType.True => new(EventScalarKind.True, _json.ValueSpan),
            JsonTokenType.False => new(EventScalarKind.False, _json.ValueSpan),
            _ => new(EventScalarKind.Null, _json.ValueSpan),
        };
        foreach (Condition condition in node.Conditions)
        {
            _state.Add(condition, scalar, place);
        }
    }

    private readonly ReadOnlySpan<byte> Unescape()
    {
        if (!_json.ValueIsEscaped)
        {
            return _json.ValueSpan;
        }

        Span<byte> output = _state.UnescapedOf(_json.ValueSpan.Length);
        return output[..Wtf8.Unescape(_json.ValueSpan, output)];
    }
}
