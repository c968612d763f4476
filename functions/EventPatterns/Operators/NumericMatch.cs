using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary><c>numeric</c>: JSON numbers within bounds. A string of digits is no number to it.</summary>
internal sealed class NumericMatch : ValueMatch
{
    public const string Operator = "numeric";

    private readonly JsonArray _operand;
    private readonly ExactNumberMatch? _only;

    private NumericMatch(JsonArray operand, NumericRange range, ExactNumberMatch? only)
    {
        _operand = operand;
        _only = only;
        Range = range;
    }

    public NumericRange Range { get; }

    public static ValueMatch? Parse(Operand operand)
    {
        if (operand.Value is not JsonArray list)
        {
            return operand.Refuse(OperatorFindings.NumericNotAnArray);
        }

        if (list.IsMistaken || NumericRange.Parse(operand, list) is not { } range)
        {
            return null;
        }

        // A plain number asks for the same and need not read the event's numbers as doubles.
        ExactNumberMatch? only = range.Lower.CompareTo(range.Upper) == 0 ? Exactly((JsonNumber)list.Items[1]) : null;
        return new NumericMatch(list, range, only);
    }

    public override EventScalarKind? Kind => EventScalarKind.Number;

    public override bool Matches(in EventScalar value) =>
        _only?.Matches(value) ?? (value.Kind == EventScalarKind.Number && IsInRange(value));

    public override void Print(StringBuilder output) =>
        PrintOperator(
            output,
            Operator,
            operand => operand.Append('[').AppendJoin(',', _operand.Items.Select(Text)).Append(']')
        );

    private static ExactNumberMatch Exactly(JsonNumber number) =>
        new(number.Literal, ComparableNumber.Parse(number.Literal));

    private bool IsInRange(in EventScalar value) =>
        ComparableNumber.TryParse(value.Bytes, out double number)
        && Range.Contains(number)
        && ComparableNumber.IsShortest(value.Bytes, number);

    private static string Text(JsonSyntax item) =>
        item is JsonNumber number ? number.Literal : JsonQuoting.Quoted(((JsonString)item).Value);
}
