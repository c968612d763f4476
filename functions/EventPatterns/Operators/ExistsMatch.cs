using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary><c>exists</c>: whether the field holds any scalar, null included. Objects and empty arrays count as absent.</summary>
internal sealed class ExistsMatch(bool wanted) : ValueMatch
{
    public const string Operator = "exists";

    public override bool MatchesAbsence => !wanted;

    public static ValueMatch? Parse(Operand operand) =>
        operand.Value is JsonLiteral { Literal: "true" or "false" } literal
            ? new ExistsMatch(literal.Literal is "true")
            : operand.Refuse(OperatorFindings.ExistsOperand(operand.Value is JsonString { Value: "true" or "false" }));

    public override EventScalarKind? Kind => null;

    public override bool Matches(in EventScalar value) => wanted;

    public override void Print(StringBuilder output) =>
        PrintOperator(output, Operator, operand => operand.Append(wanted ? "true" : "false"));
}
