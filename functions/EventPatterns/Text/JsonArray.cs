namespace Firetiger.EventPatterns.Text;

/// <summary>A JSON array.</summary>
/// <param name="Span">From bracket to bracket.</param>
/// <param name="Path">Its place.</param>
/// <param name="Items">The items, mistakes included.</param>
/// <param name="IsMistaken">Whether its own syntax is broken.</param>
internal sealed record JsonArray(TextSpan Span, JsonPath Path, JsonSyntax[] Items, bool IsMistaken)
    : JsonSyntax(Span, Path);
