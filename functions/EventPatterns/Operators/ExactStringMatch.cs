using System.Text;
using Firetiger.EventPatterns.Matching;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>A plain string: the same text, byte for byte, without Unicode normalisation.</summary>
internal sealed class ExactStringMatch(string text) : ValueMatch
{
    private readonly byte[] _bytes = Wtf8.Encode(text);

    public string Text => text;

    public override bool Matches(in EventScalar value) => value.IsString && value.Bytes.SequenceEqual(_bytes);

    public override void Print(StringBuilder output) => output.AppendQuoted(text);
}
