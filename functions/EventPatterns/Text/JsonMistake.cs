namespace Firetiger.EventPatterns.Text;

/// <summary>Stands where a value should be; the finding has been reported.</summary>
/// <param name="Span">The text in its place, perhaps empty.</param>
/// <param name="Path">Its place.</param>
internal sealed record JsonMistake(TextSpan Span, JsonPath Path) : JsonSyntax(Span, Path);
