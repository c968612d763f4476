using System.Runtime.CompilerServices;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// Walks an event once and hands each scalar at a path of the pattern to its conditions. What the pattern does not mention is skipped, and
/// so is everything once nothing can change the verdict.
/// </summary>
internal ref struct EventReader(ReadOnlySpan<byte> utf8Event, MatchState state)
{
    private const int MaximumDepth = 1000;

    /// <summary>The stack is looked at only where the depth is a multiple of this, a power of two.</summary>
    private const int StackCheckInterval = 16;

    private readonly MatchState _state = state;
    private EventCursor _json = new(utf8Event);
    private int _depth;

    /// <summary>Reads the event up to the closing brace of its root; what follows is ignored.</summary>
    /// <param name="paths">The paths of the pattern.</param>
    /// <returns><see langword="false"/> when it is not a JSON object.</returns>
    public bool TryRead(PathNode paths) =>
        _json.Peek() == '{' && (TryReadObject(paths, place: 0) || (_state.IsDecided && _json.TrySkipToEnd(_depth)));

    // A small stack ends the event early, like too much depth does, instead of ending the process.
    private bool TryDescend() =>
        ++_depth <= MaximumDepth
        && (_depth % StackCheckInterval != 1 || RuntimeHelpers.TryEnsureSufficientExecutionStack());

    private bool TryReadObject(PathNode node, int place)
    {
        _json.TryTake((byte)'{');
        if (!TryDescend())
        {
            return false;
        }

        if (!_json.TryTake((byte)'}'))
        {
            do
            {
                if (!TryReadMember(node, place))
                {
                    return false;
                }
            } while (_json.TryTake((byte)','));

            if (!_json.TryTake((byte)'}'))
            {
                return false;
            }
        }

        _depth--;
        return true;
    }

    private bool TryReadMember(PathNode node, int place)
    {
        if (!_json.TryReadString(out ReadOnlySpan<byte> name, out bool isEscaped) || !_json.TryTake((byte)':'))
        {
            return false;
        }

        PathNode? child = node.Find(isEscaped ? Unescape(name) : name);
        return child is null ? _json.TrySkipValue() : TryReadValue(child, place);
    }

    private bool TryReadValue(PathNode node, int place)
    {
        byte first = _json.Peek();
        return first switch
        {
            (byte)'{' when node.HasChildren => TryReadObject(node, place),
            (byte)'[' => TryReadArray(node, place),
            not (byte)'{' when node.Conditions.Length > 0 => TryReadScalar(node, first, place),
            _ => _json.TrySkipValue(),
        };
    }

    private bool TryReadArray(PathNode node, int place)
    {
        _json.TryTake((byte)'[');
        if (!TryDescend())
        {
            return false;
        }

        int array = _state.BeginArray();
        if (!_json.TryTake((byte)']'))
        {
            do
            {
                // To EventBridge a scalar is no element of its own: it agrees with every object and array beside it.
                bool isElement = _json.Peek() is (byte)'{' or (byte)'[';
                if (!TryReadValue(node, isElement ? _state.AddPlace(array, place) : place))
                {
                    return false;
                }
            } while (_json.TryTake((byte)','));

            if (!_json.TryTake((byte)']'))
            {
                return false;
            }
        }

        _state.EndArray(array);
        _depth--;
        return true;
    }

    private bool TryReadScalar(PathNode node, byte first, int place)
    {
        EventScalar scalar;
        if (first == '"')
        {
            if (!_json.TryReadString(out ReadOnlySpan<byte> text, out bool isEscaped))
            {
                return false;
            }

            scalar = new(EventScalarKind.String, isEscaped ? Unescape(text) : text);
        }
        else if (!EventScalar.TryParseLiteral(_json.ReadLiteral(), out scalar))
        {
            return false;
        }

        foreach (Condition condition in node.Conditions)
        {
            _state.Add(condition, scalar, place);
        }

        return !_state.IsDecided;
    }

    private readonly ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> text)
    {
        Span<byte> output = _state.UnescapedOf(text.Length);
        return output[..Wtf8.Unescape(text, output)];
    }
}
