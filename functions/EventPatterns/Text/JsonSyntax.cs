namespace Firetiger.EventPatterns.Text;

/// <summary>A JSON value and where it stands.</summary>
/// <param name="Span">The value from its first to its last character.</param>
/// <param name="Path">Its place, such as <c>$.detail.state[0]</c>.</param>
internal abstract record JsonSyntax(TextSpan Span, JsonPath Path);
