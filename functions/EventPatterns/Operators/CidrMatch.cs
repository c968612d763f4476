using System.Globalization;
using System.Text;
using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary><c>cidr</c>: strings that are IP addresses of a network. Bits of the host may be set in the pattern.</summary>
internal sealed class CidrMatch : ValueMatch
{
    public const string Operator = "cidr";

    private readonly string _text;
    private readonly IpValue _network;
    private readonly int _bits;

    private CidrMatch(string text, IpValue network, int bits)
    {
        _text = text;
        _network = network;
        _bits = bits;
    }

    public static ValueMatch? Parse(Operand operand) =>
        operand.Value is JsonString text
            ? Parse(operand, text.Value)
            : operand.Refuse(OperatorFindings.NotAString(Operator, "prefix match pattern must be a string"));

    public override bool Matches(in EventScalar value) =>
        value.IsString && IpValue.TryParse(value.Bytes, out IpValue address) && address.IsWithin(_network, _bits);

    public override void Print(StringBuilder output) => PrintOperator(output, Operator, _text);

    private static ValueMatch? Parse(Operand operand, string text)
    {
        // Java's split drops empty parts at the end.
        string[] parts = text.TrimEnd('/').Split('/');
        if (parts.Length != 2)
        {
            return operand.Refuse(ValueFindings.CidrForm());
        }

        if (ParseBits(operand, parts[1]) is not { } bits)
        {
            return null;
        }

        bool isShaped = IpValue.IsShaped(Wtf8.Encode(parts[0]));
        if (!isShaped || !IpValue.TryParse(Wtf8.Encode(parts[0]), out IpValue network))
        {
            return operand.Refuse(ValueFindings.CidrAddress(parts[0], isShaped));
        }

        return Check(operand, text, network, bits);
    }

    private static int? ParseBits(Operand operand, string text)
    {
        string? message = null;
        string detail = "";
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int bits))
        {
            (message, detail) = (
                $"`{text}` is not a number of mask bits",
                "Malformed CIDR, mask bits must be an integer"
            );
        }
        else if (bits < 0)
        {
            (message, detail) = ("the mask bits are negative", "Malformed CIDR, mask bits must not be negative");
        }

        if (message is not null)
        {
            operand.Refuse(ValueFindings.CidrBits(message, detail));
            return null;
        }

        return bits;
    }

    private static ValueMatch? Check(Operand operand, string text, IpValue network, int bits)
    {
        string family = network.IsV4 ? "IPv4" : "IPv6";
        return bits < network.Bits
            ? new CidrMatch(text, network, bits)
            : operand.Refuse(
                ValueFindings.CidrBits(
                    $"{family} takes at most {network.Bits - 1} mask bits here",
                    $"{family} mask bits must be < {network.Bits}"
                )
            );
    }
}
