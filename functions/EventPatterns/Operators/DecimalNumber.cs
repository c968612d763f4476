namespace Firetiger.EventPatterns.Operators;

/// <summary>A decimal number of at most 19 significant digits in one canonical form, so that equal values are equal whatever their spelling.</summary>
/// <param name="Digits">The digits without zeros at either end, 0 for zero.</param>
/// <param name="Exponent">The power of ten of the last digit, 0 for zero.</param>
/// <param name="IsNegative">Whether it is less than zero.</param>
internal readonly record struct DecimalNumber(ulong Digits, int Exponent, bool IsNegative)
{
    private const int MaximumDigits = 19;

    private const int ExponentLimit = 1_000_000;

    /// <summary>Reads a number.</summary>
    /// <param name="literal">A JSON number.</param>
    /// <param name="number">The number.</param>
    /// <returns><see langword="false"/> when it does not fit.</returns>
    public static bool TryParse(ReadOnlySpan<byte> literal, out DecimalNumber number)
    {
        number = default;
        ulong digits = 0;
        int count = 0;
        int exponent = 0;
        bool isFraction = false;
        int index = literal[0] == '-' ? 1 : 0;
        for (; index < literal.Length && literal[index] is not ((byte)'e' or (byte)'E'); index++)
        {
            int digit = literal[index] - '0';
            if (literal[index] == '.')
            {
                isFraction = true;
            }
            else if (count < MaximumDigits)
            {
                digits = (digits * 10) + (uint)digit;
                count += digits == 0 ? 0 : 1;
                exponent -= isFraction ? 1 : 0;
            }
            else if (digit == 0)
            {
                exponent += isFraction ? 0 : 1;
            }
            else
            {
                return false;
            }
        }

        number = digits == 0 ? default : Canonical(digits, exponent + ExponentOf(literal[index..]), literal[0] == '-');
        return true;
    }

    /// <summary>Gets how many digits there are, 0 for zero.</summary>
    /// <returns>0 to 19.</returns>
    public int CountDigits()
    {
        int count = 0;
        for (ulong rest = Digits; rest > 0; rest /= 10)
        {
            count++;
        }

        return count;
    }

    private static DecimalNumber Canonical(ulong digits, int exponent, bool isNegative)
    {
        while (digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        return new(digits, exponent, isNegative);
    }

    private static int ExponentOf(ReadOnlySpan<byte> text)
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
