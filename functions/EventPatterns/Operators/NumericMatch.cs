using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary><c>numeric</c>: JSON numbers within bounds. A string of digits is no number to it.</summary>
internal sealed class NumericMatch : ValueMatch
{
    public const string Operator = "numeric";

    private readonly string _operand;
    private readonly NumericRange _range;

    private NumericMatch(string operand, NumericRange range)
    {
        _operand = operand;
        _range = range;
    }

    public NumericRange Range => _range;

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

        StringBuilder text = new("[");
        text.AppendJoin(',', list.Items.Select(Text)).Append(']');
        return new NumericMatch(text.ToString(), range);
    }

    public override EventScalarKind? Kind => EventScalarKind.Number;

    public override bool Matches(in EventScalar value) =>
        value.Kind == EventScalarKind.Number
        && ComparableNumber.TryParse(value.Bytes, out double number)
        && _range.Contains(number)
        && ComparableNumber.IsShortest(value.Bytes, number);

    public override void Print(StringBuilder output) =>
        PrintOperator(output, Operator, operand => operand.Append(_operand));

    private static string Text(JsonSyntax item) =>
        item is JsonNumber number
            ? number.Literal
            : new StringBuilder().AppendQuoted(((JsonString)item).Value).ToString();
}
