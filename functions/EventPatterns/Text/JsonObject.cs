namespace Firetiger.EventPatterns.Text;

/// <summary>A JSON object.</summary>
/// <param name="Span">From brace to brace.</param>
/// <param name="Path">Its place.</param>
/// <param name="Members">The members in the order of the text, duplicates included.</param>
/// <param name="IsMistaken">Whether its own syntax is broken.</param>
internal sealed record JsonObject(TextSpan Span, JsonPath Path, JsonMember[] Members, bool IsMistaken)
    : JsonSyntax(Span, Path);
