using System.Text;
using Firetiger.EventPatterns.Matching;

namespace Firetiger.EventPatterns.Operators;

/// <summary><c>{"prefix": {"equals-ignore-case": …}}</c>.</summary>
internal sealed class PrefixIgnoreCaseMatch(string text) : ValueMatch
{
    private readonly IgnoreCaseText _folded = new(text);

    public override bool Matches(in EventScalar value) => value.IsString && _folded.IsPrefixOf(value.Bytes);

    public override void Print(StringBuilder output) =>
        PrintOperator(output, PrefixMatch.Operator, inner => PrintOperator(inner, IgnoreCaseMatch.Operator, text));
}
