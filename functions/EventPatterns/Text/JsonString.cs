namespace Firetiger.EventPatterns.Text;

/// <summary>A JSON string.</summary>
/// <param name="Span">The text with its quotes.</param>
/// <param name="Value">The value, unescaped; may hold lone surrogates.</param>
internal sealed record JsonString(TextSpan Span, string Value) : JsonSyntax(Span);
