using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>A plain number: the same spelling, or the same value where EventBridge can compare.</summary>
/// <param name="literal">The spelling.</param>
/// <param name="number">The value, or <see langword="null"/> when EventBridge cannot compare it.</param>
internal sealed class ExactNumberMatch(string literal, ComparableNumber? number) : ValueMatch
{
    private readonly byte[] _bytes = Encoding.ASCII.GetBytes(literal);

    public string Literal => literal;

    public static ExactNumberMatch Parse(Operand operand, JsonNumber number)
    {
        ComparableNumber? value = ComparableNumber.Parse(number.Literal);
        if (value is { } comparable)
        {
            NumberOperand.WarnBeyondDocumentedRange(operand, number, comparable);
        }
        else
        {
            operand.Findings.Report(ValueFindings.TextOnlyNumber(number.Literal), number.Span, operand.Path);
        }

        return new ExactNumberMatch(number.Literal, value);
    }

    public override EventScalarKind? Kind => EventScalarKind.Number;

    public override bool Matches(in EventScalar value) =>
        value.Kind == EventScalarKind.Number
        && (value.Bytes.SequenceEqual(_bytes) || (number is { } wanted && value.HasNumber(wanted.Decimal)));

    public override void Print(StringBuilder output) => output.Append(literal);
}
