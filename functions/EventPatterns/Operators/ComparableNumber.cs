using System.Globalization;
using System.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>
/// Numbers as EventBridge compares them: as doubles, but only those whose decimal text is the shortest text of their double. Any other
/// would silently be taken for a neighbour, so EventBridge refuses it in a pattern and lets no comparison match it in an event.
/// </summary>
internal static class ComparableNumber
{
    /// <summary>Numbers with at most this many digits are comparable whenever they are normal doubles.</summary>
    private const int SafeDigits = 15;

    private const double SmallestSafe = 1e-290;

    public static double? Parse(string literal) =>
        TryParse(Encoding.ASCII.GetBytes(literal), out double value) ? value : null;

    public static bool TryParse(ReadOnlySpan<byte> literal, out double value)
    {
        if (
            literal.Length > DecimalText.MaximumLength
            || !double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            || !double.IsFinite(value)
        )
        {
            value = 0;
            return false;
        }

        // Positive zero, so that 0 equals -0 in every comparison.
        value = value == 0 ? 0 : value;
        DecimalText written = new(literal, stackalloc byte[DecimalText.MaximumLength]);
        if (written.Digits.Length <= SafeDigits && Math.Abs(value) > SmallestSafe)
        {
            return true;
        }

        Span<byte> shortest = stackalloc byte[32];
        int length = WriteShortest(value, shortest);
        return written.IsSameAs(new DecimalText(shortest[..length], stackalloc byte[DecimalText.MaximumLength]));
    }

    /// <summary>Tells whether a text looks like a number, such as one that CloudFormation made a string.</summary>
    /// <param name="text">The text.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    public static int SignificantDigits(string literal) =>
        new DecimalText(Encoding.ASCII.GetBytes(literal), stackalloc byte[DecimalText.MaximumLength]).Digits.Length;

    /// <summary>Writes a double as Java 19 and later do: the shortest text, but at least two digits, the closest of those.</summary>
    private static int WriteShortest(double value, Span<byte> output)
    {
        Span<byte> two = stackalloc byte[32];
        _ = value.TryFormat(output, out int length, "R", CultureInfo.InvariantCulture);
        _ = value.TryFormat(two, out int twoLength, "E1", CultureInfo.InvariantCulture);
        bool hasOneDigit =
            new DecimalText(output[..length], stackalloc byte[DecimalText.MaximumLength]).Digits.Length <= 1;
        if (
            hasOneDigit
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
