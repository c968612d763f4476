using System.Text;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>An object of fields that must all match.</summary>
/// <param name="Span">From brace to brace.</param>
/// <param name="Members">Fields and <c>$or</c>s in the order of the text, which decides between duplicates.</param>
internal sealed record ObjectPattern(TextSpan Span, List<PatternMember> Members) : PatternValue(Span)
{
    public override void Print(StringBuilder output)
    {
        output.Append('{');
        for (int index = 0; index < Members.Count; index++)
        {
            output.Append(index == 0 ? "" : ",");
            Members[index].Print(output);
        }

        output.Append('}');
    }
}
