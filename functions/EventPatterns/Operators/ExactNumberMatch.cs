using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>A plain number: the same spelling, or the same value where EventBridge can compare.</summary>
internal sealed class ExactNumberMatch(string literal) : ValueMatch
{
    private readonly byte[] _bytes = Encoding.ASCII.GetBytes(literal);
    private readonly DecimalNumber? _number = ComparableValue(literal);

    public string Literal => literal;

    public static ExactNumberMatch Parse(Operand operand, JsonNumber number)
    {
        ExactNumberMatch match = new(number.Literal);
        if (match._number is null)
        {
            operand.Findings.Report(ValueFindings.TextOnlyNumber(number.Literal), number.Span, operand.Path);
        }
        else
        {
            NumberOperand.WarnBeyondDocumentedRange(operand, number);
        }

        return match;
    }

    public override EventScalarKind? Kind => EventScalarKind.Number;

    public override bool Matches(in EventScalar value) =>
        value.Kind == EventScalarKind.Number
        && (value.Bytes.SequenceEqual(_bytes) || (_number is { } wanted && value.HasNumber(wanted)));

    public override void Print(StringBuilder output) => output.Append(literal);

    private static DecimalNumber? ComparableValue(string literal) =>
        ComparableNumber.Parse(literal) is not null
        && DecimalNumber.TryParse(Encoding.ASCII.GetBytes(literal), out DecimalNumber number)
            ? number
            : null;
}
