namespace Firetiger.EventPatterns.Text;

/// <summary>A JSON text as read.</summary>
/// <param name="Root">The first value, or <see langword="null"/> when the text is blank.</param>
/// <param name="CompactLength">The length without white space, in UTF-16 code units; 0 when the text is too deep to be read to its end.</param>
/// <param name="Span">The value, or the end of a blank text.</param>
internal sealed record JsonDocumentSyntax(JsonSyntax? Root, int CompactLength, TextSpan Span);
