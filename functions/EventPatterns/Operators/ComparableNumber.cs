using System.Globalization;
using System.Text;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>
/// Numbers as EventBridge compares them: as doubles, but only those whose decimal text is the shortest text of their double. Any other
/// would silently be taken for a neighbour, so EventBridge refuses it in a pattern and lets no comparison match it in an event.
/// Two such numbers are therefore equal exactly when their decimal values are.
/// </summary>
/// <param name="Value">The number as a double.</param>
/// <param name="Decimal">The same number as it is written.</param>
internal readonly record struct ComparableNumber(double Value, DecimalNumber Decimal)
{
    /// <summary>Numbers with at most this many digits are comparable whenever they are normal doubles.</summary>
    private const int SafeDigits = 15;

    private const double SmallestSafe = 1e-290;

    /// <summary>Reads a number of a pattern.</summary>
    /// <param name="literal">A JSON number.</param>
    /// <returns>The number, or <see langword="null"/> when it cannot be compared.</returns>
    public static ComparableNumber? Parse(string literal)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(literal);
        return
            TryParse(bytes, out double value)
            && DecimalNumber.TryParse(bytes, out DecimalNumber written)
            && IsShortest(written, value)
            ? new ComparableNumber(value, written)
            : null;
    }

    /// <summary>Reads a number as a double, comparable or not.</summary>
    /// <param name="literal">A JSON number.</param>
    /// <param name="value">The nearest double.</param>
    /// <returns><see langword="false"/> when it is too long or too large to be comparable.</returns>
    public static bool TryParse(ReadOnlySpan<byte> literal, out double value)
    {
        if (
            literal.Length > JsonNumberGrammar.MaximumLength
            || !double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            || !double.IsFinite(value)
        )
        {
            value = 0;
            return false;
        }
        return true;
    }

    /// <summary>Tells whether a number can be compared.</summary>
    /// <param name="literal">A JSON number.</param>
    /// <param name="value">What it was read as.</param>
    /// <returns><see langword="false"/> when the double's shortest text is another number.</returns>
    public static bool IsShortest(ReadOnlySpan<byte> literal, double value) =>
        DecimalNumber.TryParse(literal, out DecimalNumber written) && IsShortest(written, value);

    /// <summary>Tells whether a text looks like a number, such as one that CloudFormation made a string.</summary>
    /// <param name="text">The text.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool IsShortest(DecimalNumber written, double value)
    {
        if (written.CountDigits() <= SafeDigits && Math.Abs(value) > SmallestSafe)
        {
            return true;
        }

        Span<byte> shortest = stackalloc byte[32];
        int length = WriteShortest(value, shortest);
        return DecimalNumber.TryParse(shortest[..length], out DecimalNumber read) && read == written;
    }

    /// <summary>Writes a double as Java 19 and later do: the shortest text, but at least two digits, the closest of those.</summary>
    private static int WriteShortest(double value, Span<byte> output)
    {
        Span<byte> two = stackalloc byte[32];
        _ = value.TryFormat(output, out int length, "R", CultureInfo.InvariantCulture);
        bool hasOneDigit = DecimalNumber.TryParse(output[..length], out DecimalNumber read) && read.Digits < 10;
        if (
            hasOneDigit
            && value.TryFormat(two, out int twoLength, "E1", CultureInfo.InvariantCulture)
            && double.TryParse(two[..twoLength], NumberStyles.Float, CultureInfo.InvariantCulture, out double same)
            && same.CompareTo(value) == 0
        )
        {
            two[..twoLength].CopyTo(output);
            return twoLength;
        }

        return length;
    }
}
