using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary><c>prefix</c>: strings that begin with a text. The empty one is the prefix of any string.</summary>
internal sealed class PrefixMatch(string text) : ValueMatch
{
    public const string Operator = "prefix";

    private readonly byte[] _bytes = Wtf8.Encode(text);

    public string Text => text;

    public static ValueMatch? Parse(Operand operand) =>
        operand.Value switch
        {
            JsonString text => new PrefixMatch(text.Value),
            JsonObject nested => AffixOperand.Parse(
                operand,
                nested,
                Operator,
                "Prefix",
                text => new PrefixIgnoreCaseMatch(text)
            ),
            _ => operand.Refuse(OperatorFindings.NotAString(Operator)),
        };

    public override bool Matches(in EventScalar value) => value.IsString && value.Bytes.StartsWith(_bytes);

    public override void Print(StringBuilder output) => PrintOperator(output, Operator, text);
}
