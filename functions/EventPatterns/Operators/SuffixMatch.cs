using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary><c>suffix</c>: strings that end with a text.</summary>
internal sealed class SuffixMatch(string text) : ValueMatch
{
    public const string Operator = "suffix";

    private readonly byte[] _bytes = Wtf8.Encode(text);

    public string Text => text;

    public static ValueMatch? Parse(Operand operand) =>
        operand.Value switch
        {
            JsonString text => new SuffixMatch(text.Value),
            JsonObject nested => AffixOperand.Parse(
                operand,
                nested,
                Operator,
                "Suffix",
                text => new SuffixIgnoreCaseMatch(text)
            ),
            _ => operand.Refuse(OperatorFindings.NotAString(Operator)),
        };

    public override bool Matches(in EventScalar value) => value.IsString && value.Bytes.EndsWith(_bytes);

    public override void Print(StringBuilder output) => PrintOperator(output, Operator, text);
}
