using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary><c>equals-ignore-case</c>.</summary>
internal sealed class IgnoreCaseMatch(string text) : ValueMatch
{
    public const string Operator = "equals-ignore-case";

    private readonly IgnoreCaseText _folded = new(text);

    public string Text => text;

    public static ValueMatch? Parse(Operand operand) =>
        operand.Value is JsonString text
            ? new IgnoreCaseMatch(text.Value)
            : operand.Refuse(OperatorFindings.NotAString(Operator));

    public override bool Matches(in EventScalar value) => value.IsString && _folded.Equals(value.Bytes);

    public override void Print(StringBuilder output) => PrintOperator(output, Operator, text);
}
