using System.Text;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>A member of an object pattern.</summary>
/// <param name="NameSpan">Its name with the quotes.</param>
/// <param name="Path">Its place, such as <c>$.detail.state</c>.</param>
internal abstract record PatternMember(TextSpan NameSpan, JsonPath Path)
{
    /// <summary>Appends the member as compact JSON.</summary>
    /// <param name="output">Where to.</param>
    public abstract void Print(StringBuilder output);
}
