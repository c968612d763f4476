namespace Firetiger.EventPatterns.Text;

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
/// <param name="Span">The literal.</param>
/// <param name="Path">Its place.</param>
/// <param name="Literal">The literal.</param>
internal sealed record JsonLiteral(TextSpan Span, JsonPath Path, string Literal) : JsonSyntax(Span, Path);
