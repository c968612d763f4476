namespace Firetiger.EventPatterns.Text;

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
/// <param name="Span">The literal.</param>
/// <param name="Literal">The literal.</param>
internal sealed record JsonLiteral(TextSpan Span, string Literal) : JsonSyntax(Span);
