using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary><c>exactly</c>: like a plain string, but an IP address is only a text to it. AWS does not document it.</summary>
internal sealed class ExactlyMatch(string text) : ValueMatch
{
    public const string Operator = "exactly";

    private readonly byte[] _bytes = Wtf8.Encode(text);

    public string Text => text;

    public static ValueMatch? Parse(Operand operand) =>
        operand.Value is JsonString text
            ? new ExactlyMatch(text.Value)
            : operand.Refuse(OperatorFindings.NotAString(Operator, "exact match pattern must be a string"));

    public override bool Matches(in EventScalar value) => value.IsString && value.Bytes.SequenceEqual(_bytes);

    public override void Print(StringBuilder output) => PrintOperator(output, Operator, text);
}
