using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary><c>wildcard</c>: strings in which <c>*</c> stands for any number of characters. Only <c>\*</c> and <c>\\</c> are escapes.</summary>
internal sealed class WildcardMatch : ValueMatch
{
    public const string Operator = "wildcard";

    private readonly string _text;
    private readonly byte[][] _pieces;

    private WildcardMatch(string text, byte[][] pieces)
    {
        _text = text;
        _pieces = pieces;
    }

    public string Text => _text;

    /// <summary>Gets the literal texts around the stars; one piece means that there is no star.</summary>
    public ReadOnlySpan<byte[]> Pieces => _pieces;

    public override IReadOnlyList<WildcardMatch> Wildcards => [this];

    public static ValueMatch? Parse(Operand operand) =>
        operand.Value is JsonString text ? Parse(operand, text) : operand.Refuse(OperatorFindings.NotAString(Operator));

    public override bool Matches(in EventScalar value)
    {
        if (!value.IsString)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = value.Bytes;
        if (_pieces.Length == 1)
        {
            return rest.SequenceEqual(_pieces[0]);
        }

        ReadOnlySpan<byte> last = _pieces[^1];
        if (!rest.StartsWith(_pieces[0]) || !rest[_pieces[0].Length..].EndsWith(last))
        {
            return false;
        }

        rest = rest[_pieces[0].Length..^last.Length];
        for (int index = 1; index < _pieces.Length - 1; index++)
        {
            // The leftmost place leaves the most to the pieces behind, so it never has to be taken back.
            int found = rest.IndexOf(_pieces[index]);
            if (found < 0)
            {
                return false;
            }

            rest = rest[(found + _pieces[index].Length)..];
        }

        return true;
    }

    public override void Print(StringBuilder output) => PrintOperator(output, Operator, _text);

    private static ValueMatch? Parse(Operand operand, JsonString text)
    {
        List<byte[]> pieces = [];
        string value = text.Value;
        char[] piece = new char[value.Length];
        int length = 0;
        int index = 0;
        while (index < value.Length)
        {
            char next = index + 1 < value.Length ? value[index + 1] : '\0';
            switch (value[index])
            {
                case '\\' when next is '*' or '\\':
                    piece[length++] = next;
                    index++;
                    break;
                case '\\':
                    return operand.Refuse(ValueFindings.WildcardEscape(QuotedOffset(value, index)));
                case '*' when next == '*':
                    return operand.Refuse(ValueFindings.ConsecutiveWildcards(QuotedOffset(value, index)));
                case '*':
                    pieces.Add(Wtf8.Encode(piece.AsSpan(0, length)));
                    length = 0;
                    break;
                default:
                    piece[length++] = value[index];
                    break;
            }

            index++;
        }

        pieces.Add(Wtf8.Encode(piece.AsSpan(0, length)));
        return new WildcardMatch(value, [.. pieces]);
    }

    /// <summary>Counts as EventBridge does: UTF-8 bytes, the opening quote included.</summary>
    private static int QuotedOffset(string value, int index) => Wtf8.Encode(value.AsSpan(0, index)).Length + 1;
}
