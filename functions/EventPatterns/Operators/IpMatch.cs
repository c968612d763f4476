using System.Text;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>A plain string that is an IP address: EventBridge matches the address, however it is spelled.</summary>
internal sealed class IpMatch : ValueMatch
{
    private readonly IpValue _address;

    private IpMatch(string text, IpValue address)
    {
        Text = text;
        _address = address;
    }

    public string Text { get; }

    /// <summary>Makes a match if the text is an address.</summary>
    /// <param name="text">A plain string of a pattern.</param>
    /// <returns>The match, or <see langword="null"/> for any other text.</returns>
    public static IpMatch? TryCreate(string text) =>
        text.AsSpan().IndexOfAny('.', ':') >= 0 && IpValue.TryParse(Wtf8.Encode(text), out IpValue address)
            ? new IpMatch(text, address)
            : null;

    public override bool Matches(in EventScalar value) =>
        value.IsString && IpValue.TryParse(value.Bytes, out IpValue address) && address == _address;

    public override void Print(StringBuilder output) => output.AppendQuoted(Text);
}
