namespace Firetiger.EventPatterns.Text;

/// <summary>A JSON value and where it stands.</summary>
/// <param name="Span">The value from its first to its last character.</param>
internal abstract record JsonSyntax(TextSpan Span);
