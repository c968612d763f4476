using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Firetiger.EventPatterns.Tests.Naive;

/// <summary>Numbers: comparable when the shortest text of their double has exactly their decimal value.</summary>
internal static class NaiveNumber
{
    public static bool AreEqual(string pattern, string scalar) =>
        string.Equals(pattern, scalar, StringComparison.Ordinal)
        || (Comparable(pattern) is { } wanted && Comparable(scalar) is { } found && wanted.CompareTo(found) == 0);

    public static bool IsWithin(JsonElement operand, string scalar)
    {
        if (Comparable(scalar) is not { } found)
        {
            return false;
        }

        JsonElement[] items = [.. operand.EnumerateArray()];
        return items
            .Chunk(2)
            .All(pair => Compare(pair[0].GetString()!, found, Comparable(pair[1].GetRawText())!.Value));
    }

    private static bool Compare(string comparison, double found, double bound) =>
        comparison switch
        {
            "=" => found.CompareTo(bound) == 0,
            "<" => found < bound,
            "<=" => found <= bound,
            ">" => found > bound,
            _ => found >= bound,
        };

    private static double? Comparable(string literal)
    {
        double value = double.Parse(literal, CultureInfo.InvariantCulture);
        return
            double.IsFinite(value)
            && Decimal(literal).Equals(Decimal(value.ToString("R", CultureInfo.InvariantCulture)))
            ? value + 0.0
            : null;
    }

    // The digits without zeros at the end, and the power of ten that they are multiplied by.
    private static (BigInteger Digits, int Exponent) Decimal(string literal)
    {
        string[] parts = literal.ToUpperInvariant().Split('E');
        string[] sides = parts[0].Split('.');
        string fraction = sides.ElementAtOrDefault(1) ?? "";
        BigInteger digits = BigInteger.Parse(sides[0] + fraction, CultureInfo.InvariantCulture);
        int exponent = (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - fraction.Length;
        if (digits.IsZero)
        {
            return (digits, 0);
        }

        while ((digits % 10).IsZero)
        {
            digits /= 10;
            exponent++;
        }

        return (digits, exponent);
    }
}
