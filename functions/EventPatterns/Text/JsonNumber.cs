namespace Firetiger.EventPatterns.Text;

/// <summary>A JSON number.</summary>
/// <param name="Span">The literal.</param>
/// <param name="Path">Its place.</param>
/// <param name="Literal">The literal as written: EventBridge can tell 1 from 1.0 where it cannot compare.</param>
internal sealed record JsonNumber(TextSpan Span, JsonPath Path, string Literal) : JsonSyntax(Span, Path);
