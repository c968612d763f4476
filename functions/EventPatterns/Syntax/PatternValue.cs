using System.Text;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>What a field of a pattern is asked for: more fields, or a list of values.</summary>
/// <param name="Span">From bracket to bracket.</param>
internal abstract record PatternValue(TextSpan Span)
{
    /// <summary>Appends the value as compact JSON.</summary>
    /// <param name="output">Where to.</param>
    public abstract void Print(StringBuilder output);

    /// <summary>Writes the value as compact JSON.</summary>
    /// <returns>The text.</returns>
    public sealed override string ToString()
    {
        StringBuilder output = new();
        Print(output);
        return output.ToString();
    }
}
