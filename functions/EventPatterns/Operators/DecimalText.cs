namespace Firetiger.EventPatterns.Operators;

/// <summary>A decimal number in one canonical form: sign, digits without zeros at either end, and the exponent of the last digit.</summary>
internal readonly ref struct DecimalText
{
    /// <summary>No JSON number is longer for EventBridge.</summary>
    public const int MaximumLength = 1000;

    private const int ExponentLimit = 1_000_000;

    private readonly bool _isNegative;
    private readonly int _exponent;

    public DecimalText(ReadOnlySpan<byte> literal, Span<byte> digits)
    {
        int count = 0;
        int fraction = 0;
        bool afterPoint = false;
        int index = literal[0] == '-' ? 1 : 0;
        for (; index < literal.Length && literal[index] is not ((byte)'e' or (byte)'E'); index++)
        {
            if (literal[index] == '.')
            {
                afterPoint = true;
                continue;
            }

            fraction += afterPoint ? 1 : 0;
            if (count > 0 || literal[index] != '0')
            {
                digits[count++] = literal[index];
            }
        }

        int exponent = Exponent(literal[index..]) - fraction;
        while (count > 0 && digits[count - 1] == '0')
        {
            count--;
            exponent++;
        }

        Digits = digits[..count];
        _exponent = count == 0 ? 0 : exponent;
        _isNegative = count > 0 && literal[0] == '-';
    }

    public ReadOnlySpan<byte> Digits { get; }

    public bool IsSameAs(DecimalText other) =>
        _isNegative == other._isNegative && _exponent == other._exponent && Digits.SequenceEqual(other.Digits);

    private static int Exponent(ReadOnlySpan<byte> text)
    {
        int value = 0;
        foreach (byte character in text)
        {
            if (character is >= (byte)'0' and <= (byte)'9')
            {
                value = Math.Min((value * 10) + (character - '0'), ExponentLimit);
            }
        }

        return text.Contains((byte)'-') ? -value : value;
    }
}
