using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>Reads numbers that will be compared.</summary>
internal static class NumberOperand
{
    private const double DocumentedLimit = 5.0e9;
    private const int DocumentedDigits = 15;

    /// <summary>Reads a number, and reports one that EventBridge cannot compare.</summary>
    /// <param name="operand">Where findings go.</param>
    /// <param name="number">The number.</param>
    /// <returns>The number, or <see langword="null"/>.</returns>
    public static ComparableNumber? Parse(Operand operand, JsonNumber number)
    {
        if (ComparableNumber.Parse(number.Literal) is not { } value)
        {
            operand.Refuse(ValueFindings.NotComparable(number.Literal), number.Span);
            return null;
        }

        WarnBeyondDocumentedRange(operand, number, value);
        return value;
    }

    public static void WarnBeyondDocumentedRange(Operand operand, JsonNumber number, ComparableNumber value)
    {
        if (Math.Abs(value.Value) > DocumentedLimit || value.Decimal.CountDigits() > DocumentedDigits)
        {
            operand.Findings.Report(ValueFindings.OutsideDocumentedRange(number.Literal), number.Span, operand.Path);
        }
    }
}
