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
    /// <summary>Makes of a plain value what belongs into the list of its field.</summary>
    /// <param name="root">The whole pattern.</param>
    /// <param name="member">The field with its plain value.</param>
    /// <returns>The value for the list, in the same place.</returns>
    public static JsonSyntax Mended(JsonObject root, JsonMember member)
    {
        EcsField? field = FieldOf(root, member);
        return member.Value switch
        {
            JsonString text when field is not null => OfText(text, field),
            JsonNumber number when field?.Type == EcsType.Text => new JsonString(
                number.Span,
                number.Path,
                WrongTypeRule.Text(number.Literal, field) ?? number.Literal
            ),
            _ => member.Value,
        };
    }

    /// <summary>Writes a plain value as JSON.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The JSON.</returns>
    public static string Print(JsonSyntax value) =>
        value switch
        {
            JsonString text => JsonQuoting.Quoted(text.Value),
            JsonNumber number => number.Literal,
            JsonLiteral literal => literal.Literal,
            _ => "",
        };

    private static JsonSyntax OfText(JsonString text, EcsField field)
    {
        ExactStringMatch match = new(text.Value);
        return WrongTypeRule.Mended(match, field) switch
        {
            ("true" or "false") and var literal => new JsonLiteral(text.Span, text.Path, literal),
            { } number => new JsonNumber(text.Span, text.Path, number),
            null => text with { Value = Known(match, field) ?? text.Value },
        };
    }

    private static string? Known(ExactStringMatch match, EcsField field)
    {
        bool isSource = field.Path is "source" && SourceRule.IsMeant(match.Text);
        return isSource ? EcsFields.Source : KnownValueRule.NearMiss(match, field);
    }

    /// <summary>Tells whether events have an object where the plain value is asked for.</summary>
    /// <param name="root">The whole pattern.</param>
    /// <param name="member">The field with its plain value.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public static bool IsOfObject(JsonObject root, JsonMember member) =>
        FieldOf(root, member) is { HoldsObjects: true };

    /// <summary>Finds the field of ECS events, or of all events, that the name stands for.</summary>
    private static EcsField? FieldOf(JsonObject root, JsonMember member)
    {
        string path = member.Path.Dotted(OrMember.Name);
        EcsField? found = EcsFields.All.FirstOrDefault(field =>
            string.Equals(field.Path, path, StringComparison.Ordinal)
        );
        bool isJudged = found is not null && (IsOfAnyEvent(found) || IsForEcs(root) || TellsEcs(root, found));
        return isJudged ? found : null;
    }

    private static bool IsOfAnyEvent(EcsField field) => field.IsEnvelope && field.Values.Count == 0;

    private static bool TellsEcs(JsonObject root, EcsField field) => field.IsTelling && root.Last("source") is null;

    /// <summary>Tells it by the last source; without one, by the last detail-type.</summary>
    private static bool IsForEcs(JsonObject root)
    {
        JsonSyntax? source = root.Last("source");
        return source is null
            ? All(root.Last("detail-type"), text => text.StartsWith("ECS ", StringComparison.OrdinalIgnoreCase))
            : All(source, SourceRule.IsMeant);
    }

    /// <summary>Gets the text that a value of a list is, or that its operator looks for.</summary>
    private static string? TextOf(JsonSyntax item) =>
        item switch
        {
            JsonString text => text.Value,
            JsonObject { Members: [{ Name: not AnythingButMatch.Operator, Value: JsonString text }] } => text.Value,
            _ => null,
        };

    private static bool All(JsonSyntax? value, Func<string, bool> isMeant) =>
        value switch
        {
            JsonString text => isMeant(text.Value),
            JsonArray { Items.Length: > 0 } list => Array.TrueForAll(
                list.Items,
                item => TextOf(item) is { } text && isMeant(text)
            ),
            _ => false,
        };
}
