namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// Goes through the bytes of an event. What it reads it checks as RFC 8259 says; what it skips it does not look into. Every method that can
/// fail leaves it to the caller to give up: the event is then no JSON.
/// </summary>
/// <param name="json">The event.</param>
internal ref struct EventCursor(ReadOnlySpan<byte> json)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private int _offset;

    /// <summary>Gets the next byte that is no white space, 0 at the end.</summary>
    /// <returns>The byte, which is not taken.</returns>
    public byte Peek()
    {
        while ((uint)_offset < (uint)_json.Length)
        {
            byte next = _json[_offset];
            if (next is not ((byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r'))
            {
                return next;
            }

            _offset++;
        }

        return 0;
    }

    /// <summary>Takes the next byte that is no white space if it is the expected one.</summary>
    /// <param name="expected">The byte.</param>
    /// <returns>Whether it was.</returns>
    public bool TryTake(byte expected)
    {
        bool isNext = Peek() == expected;
        _offset += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Reads a string.</summary>
    /// <param name="text">What is between the quotes, still escaped.</param>
    /// <param name="isEscaped">Whether there is any escape in it.</param>
    /// <returns><see langword="false"/> when there is no valid string here.</returns>
    public bool TryReadString(out ReadOnlySpan<byte> text, out bool isEscaped)
    {
        text = default;
        isEscaped = false;
        if (!TryTake((byte)'"'))
        {
            return false;
        }

        int start = _offset;
        while (true)
        {
            int length = Delimiter.IndexInString(_json[_offset..]);
            if (length < 0)
            {
                return false;
            }

            _offset += length;
            byte end = _json[_offset];
            if (end == '"')
            {
                text = _json[start.._offset++];
                return true;
            }

            isEscaped = true;
            if (end != '\\' || !TrySkipEscape())
            {
                return false;
            }
        }
    }

    /// <summary>Reads what stands until the next delimiter: a number, true, false or null if the event is right.</summary>
    /// <returns>The text, empty when there is none.</returns>
    public ReadOnlySpan<byte> ReadLiteral()
    {
        int start = _offset;
        int length = Delimiter.IndexInLiteral(_json[start..]);
        _offset = length < 0 ? _json.Length : start + length;
        return _json[start.._offset];
    }

    /// <summary>Skips a value.</summary>
    /// <returns><see langword="false"/> when it does not end, or there is none.</returns>
    public bool TrySkipValue()
    {
        switch (Peek())
        {
            case (byte)'"':
                return TryReadString(out _, out _);
            case (byte)'{' or (byte)'[':
                _offset++;
                return TrySkipToEnd(depth: 1);
            default:
                return !ReadLiteral().IsEmpty;
        }
    }

    /// <summary>Skips to behind the bracket that closes an object or array.</summary>
    /// <param name="depth">How many brackets are open, the one to be closed included.</param>
    /// <returns><see langword="false"/> when it is not there.</returns>
    public bool TrySkipToEnd(int depth)
    {
        int length = ContainerEnd.Find(_json[_offset..], depth);
        _offset += Math.Max(length, 0);
        return length >= 0;
    }

    private bool TrySkipEscape()
    {
        ReadOnlySpan<byte> rest = _json[(_offset + 1)..];
        if (rest.IsEmpty)
        {
            return false;
        }

        bool isHexadecimal = rest[0] == 'u';
        _offset += isHexadecimal ? 6 : 2;
        return isHexadecimal
            ? rest.Length > 4
                && char.IsAsciiHexDigit((char)rest[1])
                && char.IsAsciiHexDigit((char)rest[2])
                && char.IsAsciiHexDigit((char)rest[3])
                && char.IsAsciiHexDigit((char)rest[4])
            : "\"\\/bfnrt"u8.Contains(rest[0]);
    }
}
