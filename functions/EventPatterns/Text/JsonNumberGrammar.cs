namespace Firetiger.EventPatterns.Text;

/// <summary>What RFC 8259 calls a number.</summary>
internal static class JsonNumberGrammar
{
    /// <summary>Jackson, EventBridge's JSON reader, takes no longer number.</summary>
    public const int MaximumLength = 1000;

    /// <summary>Tells whether a text is a number and nothing else.</summary>
    /// <param name="literal">The text in UTF-8.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool IsNumber(ReadOnlySpan<byte> literal)
    {
        int index = literal.StartsWith((byte)'-') ? 1 : 0;
        int whole = Digits(literal, index);
        if (whole == 0 || (whole > 1 && literal[index] == '0'))
        {
            return false;
        }

        index += whole;
        if (index < literal.Length && literal[index] == '.')
        {
            int fraction = Digits(literal, index + 1);
            if (fraction == 0)
            {
                return false;
            }

            index += fraction + 1;
        }

        return index == literal.Length || IsExponent(literal[index..]);
    }

    private static bool IsExponent(ReadOnlySpan<byte> rest)
    {
        if (rest[0] is not ((byte)'e' or (byte)'E') || rest.Length == 1)
        {
            return false;
        }

        int start = rest[1] is (byte)'+' or (byte)'-' ? 2 : 1;
        return rest.Length > start && Digits(rest, start) == rest.Length - start;
    }

    private static int Digits(ReadOnlySpan<byte> text, int start)
    {
        int index = start;
        while ((uint)index < (uint)text.Length && text[index] is >= (byte)'0' and <= (byte)'9')
        {
            index++;
        }

        return index - start;
    }
}
