using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>The operand of an operator, where it stands, and where findings about it go.</summary>
/// <param name="Value">The operand.</param>
/// <param name="NameSpan">The operator's name with its quotes.</param>
/// <param name="Path">The place of the value that the operator belongs to.</param>
/// <param name="Findings">Where findings go.</param>
internal readonly record struct Operand(JsonSyntax Value, TextSpan NameSpan, JsonPath Path, DiagnosticBag Findings)
{
    public ValueMatch? Refuse(Finding finding) => Refuse(finding, Value.Span);

    /// <summary>Reports a finding unless the operand is a mistake that was reported before.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="span">Where.</param>
    /// <returns>Always <see langword="null"/>, so that a parser can return it.</returns>
    public ValueMatch? Refuse(Finding finding, TextSpan span)
    {
        if (Value is not JsonMistake)
        {
            Findings.Report(finding, span, Path);
        }

        return null;
    }

    public Operand With(JsonMember member) => new(member.Value, member.NameSpan, Path, Findings);

    public Operand With(JsonSyntax value) => this with { Value = value };
}
