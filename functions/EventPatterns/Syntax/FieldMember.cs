using System.Text;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>A field that must match.</summary>
/// <param name="Name">Its name, unescaped; dots in it mean the same as nested objects.</param>
/// <param name="NameSpan">The name with its quotes.</param>
/// <param name="Path">Its place.</param>
/// <param name="Value">What is asked for.</param>
internal sealed record FieldMember(string Name, TextSpan NameSpan, JsonPath Path, PatternValue Value)
    : PatternMember(NameSpan, Path)
{
    public override void Print(StringBuilder output)
    {
        output.AppendQuoted(Name).Append(':');
        Value.Print(output);
    }
}
