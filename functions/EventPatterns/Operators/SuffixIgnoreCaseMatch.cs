using System.Text;
using Firetiger.EventPatterns.Matching;

namespace Firetiger.EventPatterns.Operators;

/// <summary><c>{"suffix": {"equals-ignore-case": …}}</c>.</summary>
internal sealed class SuffixIgnoreCaseMatch(string text) : ValueMatch
{
    private readonly IgnoreCaseText _folded = new(text);

    public override bool Matches(in EventScalar value) => value.IsString && _folded.IsSuffixOf(value.Bytes);

    public override void Print(StringBuilder output) =>
        PrintOperator(output, SuffixMatch.Operator, inner => PrintOperator(inner, IgnoreCaseMatch.Operator, text));
}
