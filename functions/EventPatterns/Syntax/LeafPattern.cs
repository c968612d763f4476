using System.Text;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>A list of values of which one must match.</summary>
/// <param name="Span">From bracket to bracket.</param>
/// <param name="Path">Its place, such as <c>$.detail.state</c>.</param>
/// <param name="Alternatives">The values that could be read.</param>
internal sealed record LeafPattern(TextSpan Span, JsonPath Path, List<Alternative> Alternatives) : PatternValue(Span)
{
    // A cache: leaves are compared by reference, and none is copied with another path.
    private string? _dottedPath;

    /// <summary>Gets the names from the root of the pattern to its field, joined with dots: what EventBridge knows the field by.</summary>
    public string DottedPath => _dottedPath ??= Path.Dotted(OrMember.Name);

    /// <summary>Gets a value indicating whether any of the values is or excludes a wildcard.</summary>
    public bool HasWildcards { get; } = Alternatives.Exists(alternative => alternative.Match.Wildcards.Count > 0);

    public override void Print(StringBuilder output)
    {
        output.Append('[');
        for (int index = 0; index < Alternatives.Count; index++)
        {
            output.Append(index == 0 ? "" : ",");
            Alternatives[index].Match.Print(output);
        }

        output.Append(']');
    }
}
