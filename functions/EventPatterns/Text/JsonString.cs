namespace Firetiger.EventPatterns.Text;

/// <summary>A JSON string.</summary>
/// <param name="Span">The text with its quotes.</param>
/// <param name="Path">Its place.</param>
/// <param name="Value">The value, unescaped; may hold lone surrogates.</param>
internal sealed record JsonString(TextSpan Span, JsonPath Path, string Value) : JsonSyntax(Span, Path);
