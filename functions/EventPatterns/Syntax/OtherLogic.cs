using Firetiger.EventPatterns.Diagnostics;
using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>Knows <c>or</c>, <c>and</c> and <c>not</c> of other languages, whose lists hold objects with fields.</summary>
internal static class OtherLogic
{
    /// <summary>Judges a member.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The one finding, or <see langword="null"/> when it is a field like others.</returns>
    public static Finding? Found(JsonMember member)
    {
        if (FirstField(member.Value) is not { } field)
        {
            return null;
        }

        string? hint = member.Name.TrimStart('$').ToUpperInvariant() switch
        {
            _ when member.Name is OrMember.Name => null,
            "OR" or "ANYOF" => $"write `{OrMember.Name}` for alternatives: `\"$or\": [{{…}}, {{…}}]`",
            "AND" or "ALLOF" => "fields beside each other must all match: write them in one object, without a list",
            "NOT" or "NOR" => "values are left out in the list of their field: `[{\"anything-but\": …}]`",
            _ => null,
        };
        return hint is null
            ? null
            : OperatorFindings.OfOtherLanguage(member.Name, hint) with
            {
                Detail = $"Unrecognized match type {field}",
            };
    }

    private static string? FirstField(JsonSyntax value) =>
        value is JsonArray { Items: [JsonObject { Members: [{ Name: { } name }, ..] }, ..] items }
        && !OperatorTable.Contains(name)
        && items.All(item => item is JsonObject { Members.Length: > 0 })
            ? name
            : null;
}
