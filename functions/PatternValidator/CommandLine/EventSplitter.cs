using System.Buffers;
using Firetiger.CommandLine;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>
/// Finds where the events in a stream begin and end: one a line, one after the other over several lines, or in an array. It looks at brackets
/// and quotes only. After a broken event it goes on where the next one can only begin, so that one mistake costs one event.
/// </summary>
internal sealed class EventSplitter(Stream stream)
{
    private const int InitialBytes = 64 * 1024;

    /// <summary>EventBridge takes a mebibyte: what is so much longer is no event.</summary>
    private const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>How often, on average, each byte may be read again for broken events: then each line is taken for an event.</summary>
    private const int MaximumRereading = 8;

    private static readonly SearchValues<byte> Structure = SearchValues.Create("{}[]\"\n"u8);
    private static readonly SearchValues<byte> LineEnd = SearchValues.Create("\n"u8);
    private static readonly SearchValues<byte> ScalarEnd = SearchValues.Create(",]\n"u8);
    private static readonly SearchValues<byte> StringEnd = SearchValues.Create("\"\\\n"u8);

    private readonly List<byte> _open = [];
    private byte[] _buffer = new byte[InitialBytes];
    private int _start;
    private int _at;
    private int _end;
    private int _line = 1;
    private int _lineStart;
    private (int Line, int Column) _place;
    private bool _isInArray;
    private bool _isAtEnd;
    private bool _isOneALine;
    private long _reread;
    private Part _part = Part.Between;

    private enum Part
    {
        Between,
        Value,
        Text,
        Junk,
    }

    /// <summary>Gets the number of bytes read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Gets the place of an array of events that is never closed, once everything has been read.</summary>
    public int? OpenArrayLine { get; private set; }

    /// <summary>Reads more.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns><see langword="false"/> when there is no more, and <see cref="TryRead"/> has said so.</returns>
    /// <exception cref="UsageException">An event is absurdly long.</exception>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_isAtEnd)
        {
            return false;
        }

        MakeRoom();
        var length = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += length;
        BytesRead += length;
        _isAtEnd = length == 0;
        return true;
    }

    /// <summary>Finds the next event in what has been read.</summary>
    /// <param name="found">The event.</param>
    /// <returns><see langword="false"/> when more has to be read first.</returns>
    public bool TryRead(out FoundEvent found)
    {
        while (_at < _end)
        {
            var isWhole = _part switch
            {
                Part.Between => SkipBetween(),
                Part.Value => ScanValue(),
                Part.Text => ScanText(),
                _ => ScanJunk(),
            };
            if (isWhole is null)
            {
                break;
            }

            if (isWhole.Value)
            {
                found = Take();
                return true;
            }
        }

        return TryEnd(out found);
    }

    private bool TryEnd(out FoundEvent found)
    {
        found = default;
        if (!_isAtEnd)
        {
            return false;
        }

        if (_part != Part.Between)
        {
            _at = _end;
            found = Take();
            return true;
        }

        OpenArrayLine = _isInArray ? _place.Line : null;
        return false;
    }

    private FoundEvent Take()
    {
        if (_part != Part.Value || _open.Count > 0)
        {
            GoBackToFirstLine();
        }

        var found = new FoundEvent(_buffer.AsMemory(_start, _at - _start), _place.Line, _place.Column);
        _open.Clear();
        _part = Part.Between;
        return found;
    }

    // A broken event whose next line is not indented was one a line: the lines after it are events of their own.
    private void GoBackToFirstLine()
    {
        var lineEnd = _buffer.AsSpan(_start, _at - _start).IndexOf((byte)'\n');
        var next = _start + lineEnd + 1;
        if (lineEnd < 0 || next == _at || " \t\r\n}],"u8.Contains(_buffer[next]))
        {
            return;
        }

        _reread += _at - _start - lineEnd;
        _isOneALine |= _reread > (BytesRead * MaximumRereading) + InitialBytes;
        _at = _start + lineEnd;
        _line = _place.Line;
        _lineStart = _start - _place.Column + 1;
    }

    // Each of these moves on and tells whether a value is whole; null asks for more bytes.
    private bool? SkipBetween()
    {
        var next = _buffer[_at];
        switch (next)
        {
            case (byte)'\n':
                CountLine();
                break;
            case (byte)' ' or (byte)'\t' or (byte)'\r':
            case (byte)',' when _isInArray:
            case 0xef or 0xbb or 0xbf when _line == 1:
                _at++;
                break;
            case (byte)'[' when !_isInArray:
                _isInArray = true;
                Begin(Part.Between);
                _at++;
                break;
            case (byte)']' when _isInArray:
                _isInArray = false;
                _at++;
                break;
            default:
                Begin(next is (byte)'{' or (byte)'[' ? Part.Value : Part.Junk);
                break;
        }

        return false;
    }

    private void Begin(Part part)
    {
        _part = part;
        _start = _at;
        _place = (_line, _at - _lineStart + 1);
    }

    private bool? ScanValue()
    {
        var distance = _buffer.AsSpan(_at, _end - _at).IndexOfAny(Structure);
        if (distance < 0)
        {
            _at = _end;
            return false;
        }

        _at += distance;
        switch (_buffer[_at])
        {
            case (byte)'"':
                _part = Part.Text;
                _at++;
                return false;
            case (byte)'\n':
                return ScanLineEnd();
            case (byte)'{' or (byte)'[':
                _open.Add(_buffer[_at++]);
                return false;
            default:
                return Close(_buffer[_at++]);
        }
    }

    private bool Close(byte bracket)
    {
        // In ASCII a closing bracket follows its opening one at a distance of two.
        if (_open.Count == 0 || _open[^1] != bracket - 2)
        {
            _part = Part.Junk;
            return false;
        }

        _open.RemoveAt(_open.Count - 1);
        return _open.Count == 0;
    }

    private bool? ScanLineEnd()
    {
        if (_at + 1 == _end && !_isAtEnd)
        {
            return null;
        }

        if (_isOneALine || (_at + 1 < _end && _buffer[_at + 1] == '{' && !CanObjectFollow()))
        {
            return true;
        }

        CountLine();
        return false;
    }

    private bool CanObjectFollow()
    {
        var before = _buffer.AsSpan(_start, _at - _start).TrimEnd(" \t\r\n"u8);
        return before[^1] switch
        {
            (byte)':' or (byte)'[' => true,
            (byte)',' => _open[^1] == '[',
            _ => false,
        };
    }

    private bool? ScanText()
    {
        var distance = _buffer.AsSpan(_at, _end - _at).IndexOfAny(StringEnd);
        if (distance < 0)
        {
            _at = _end;
            return false;
        }

        _at += distance;
        switch (_buffer[_at])
        {
            case (byte)'\n':
                return true;
            case (byte)'"':
                _part = Part.Value;
                _at++;
                return false;
            default:
                if (_at + 1 == _end)
                {
                    return null;
                }

                _at += _buffer[_at + 1] == '\n' ? 1 : 2;
                return false;
        }
    }

    private bool? ScanJunk()
    {
        // A number among the events of an array ends like one; what has lost its brackets ends with the line.
        var isScalar = _isInArray && _buffer[_start] is not ((byte)'{' or (byte)'[');
        var distance = _buffer.AsSpan(_at, _end - _at).IndexOfAny(isScalar ? ScalarEnd : LineEnd);
        _at = distance < 0 ? _end : _at + distance;
        return distance >= 0;
    }

    private void CountLine()
    {
        _line++;
        _at++;
        _lineStart = _at;
    }

    private void MakeRoom()
    {
        var kept = _part == Part.Between ? _at : _start;
        _buffer.AsSpan(kept, _end - kept).CopyTo(_buffer);
        (_start, _at, _end, _lineStart) = (0, _at - kept, _end - kept, _lineStart - kept);
        if (_end < _buffer.Length)
        {
            return;
        }

        if (_buffer.Length >= MaximumBytes)
        {
            throw new UsageException($"the event that begins on line {_place.Line} is longer than 64 MiB");
        }

        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
