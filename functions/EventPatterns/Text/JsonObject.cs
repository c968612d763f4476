namespace Firetiger.EventPatterns.Text;

/// <summary>A JSON object.</summary>
/// <param name="Span">From brace to brace.</param>
/// <param name="Path">Its place.</param>
/// <param name="Members">The members in the order of the text, duplicates included.</param>
/// <param name="IsMistaken">Whether its own syntax is broken.</param>
internal sealed record JsonObject(TextSpan Span, JsonPath Path, JsonMember[] Members, bool IsMistaken)
    : JsonSyntax(Span, Path)
{
    /// <summary>Finds a member. Of several of one name the last counts, as for EventBridge.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its value, or <see langword="null"/> when there is none.</returns>
    public JsonSyntax? Last(string name)
    {
        int index = Array.FindLastIndex(Members, member => string.Equals(member.Name, name, StringComparison.Ordinal));
        return index < 0 ? null : Members[index].Value;
    }
}
