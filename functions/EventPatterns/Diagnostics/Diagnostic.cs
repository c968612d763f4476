using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>One finding at one place in a pattern.</summary>
/// <param name="Descriptor">What kind of finding this is.</param>
/// <param name="Severity">How serious it is here; a strict finding is a warning where strictness or an older RulesVersion asks for less.</param>
/// <param name="Span">The smallest range that still shows the problem, in UTF-16 code units.</param>
/// <param name="Start">Where the span begins.</param>
/// <param name="End">Where the span ends: just past its last character.</param>
/// <param name="Path">The JSON path, such as <c>$.detail.lastStatus[0]</c>.</param>
/// <param name="Message">What is wrong here, lower case, without a full stop.</param>
/// <param name="Hint">What to change, or <see langword="null"/> when there is no good guess.</param>
/// <param name="Detail">EventBridge's own error text, or <see langword="null"/> where EventBridge says nothing.</param>
public sealed record Diagnostic(
    DiagnosticDescriptor Descriptor,
    DiagnosticSeverity Severity,
    TextSpan Span,
    TextPosition Start,
    TextPosition End,
    string Path,
    string Message,
    string? Hint = null,
    string? Detail = null
)
{
    /// <summary>Gets the stable code, such as <c>EP0201</c>.</summary>
    public string Code => Descriptor.Code;

    /// <summary>Gets the 1-based line of the first character.</summary>
    public int Line => Start.Line;

    /// <summary>Gets the 1-based column of the first character, in UTF-16 code units.</summary>
    public int Column => Start.Column;
}
