namespace Firetiger.EventPatterns.Text;

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">The name, unescaped.</param>
/// <param name="NameSpan">The name with its quotes.</param>
/// <param name="Value">The value.</param>
internal readonly record struct JsonMember(string Name, TextSpan NameSpan, JsonSyntax Value)
{
    /// <summary>Gets its place.</summary>
    public JsonPath Path => Value.Path;
}
