using System.Text;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Syntax;

/// <summary><c>$or</c>: patterns of which one must match.</summary>
/// <param name="NameSpan">The name with its quotes.</param>
/// <param name="Path">Its place.</param>
/// <param name="Branches">The patterns; two or more unless a finding says otherwise.</param>
internal sealed record OrMember(TextSpan NameSpan, JsonPath Path, List<ObjectPattern> Branches)
    : PatternMember(NameSpan, Path)
{
    public const string Name = "$or";

    public override void Print(StringBuilder output)
    {
        output.Append("\"$or\":[");
        for (int index = 0; index < Branches.Count; index++)
        {
            output.Append(index == 0 ? "" : ",");
            Branches[index].Print(output);
        }

        output.Append(']');
    }
}
