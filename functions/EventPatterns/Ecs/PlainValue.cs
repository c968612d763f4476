using System.Text;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Syntax;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>
/// A plain value where a list is wanted. It is proposed as ECS events have it where the pattern is for these, so that whoever takes the
/// proposal does not earn the next finding.
/// </summary>
internal static class PlainValue
{
    /// <summary>Writes a value as it belongs into the list of its field.</summary>
    /// <param name="root">The whole pattern.</param>
    /// <param name="member">The field with its plain value.</param>
    /// <returns>The JSON.</returns>
    public static string Mended(JsonObject root, JsonMember member)
    {
        EcsField? field = IsForEcs(root) ? Find(member.Path.Dotted(OrMember.Name)) : null;
        return member.Value switch
        {
            JsonString text => OfText(text.Value, field),
            JsonNumber number when field?.Type == EcsType.Text => Quoted(number.Literal),
            JsonNumber number => number.Literal,
            JsonLiteral literal => literal.Literal,
            _ => "",
        };
    }

    private static string OfText(string text, EcsField? field)
    {
        if (field is null)
        {
            return Quoted(text);
        }

        ExactStringMatch match = new(text);
        return WrongTypeRule.Mended(match, field) ?? Quoted(Known(match, field) ?? text);
    }

    private static string? Known(ExactStringMatch match, EcsField field)
    {
        bool isSource = field.Path is "source" && SourceRule.IsMeant(match.Text);
        return isSource ? EcsFields.Source : KnownValueRule.NearMiss(match, field);
    }

    private static EcsField? Find(string path) =>
        EcsFields.All.FirstOrDefault(field => string.Equals(field.Path, path, StringComparison.Ordinal));

    /// <summary>Tells it by the last source; without one, by the last detail-type.</summary>
    private static bool IsForEcs(JsonObject root)
    {
        JsonMember? source = Last(root, "source");
        return source is null
            ? All(Last(root, "detail-type")?.Value, text => text.StartsWith("ECS ", StringComparison.OrdinalIgnoreCase))
            : All(source.Value, SourceRule.IsMeant);
    }

    private static JsonMember? Last(JsonObject root, string name) =>
        root.Members.LastOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal));

    private static bool All(JsonSyntax? value, Func<string, bool> isMeant) =>
        value switch
        {
            JsonString text => isMeant(text.Value),
            JsonArray { Items.Length: > 0 } list => Array.TrueForAll(
                list.Items,
                item => item is JsonString text && isMeant(text.Value)
            ),
            _ => false,
        };

    private static string Quoted(string text) => new StringBuilder().AppendQuoted(text).ToString();
}
