using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Operators;

/// <summary>Writes in EventBridge's words what operators of other languages ask for.</summary>
internal static class OtherOperators
{
    private const int LongestShown = 100;

    /// <summary>Writes one value of a list.</summary>
    /// <param name="member">An operator that EventBridge does not have, and its operand.</param>
    /// <returns>The value as JSON, or <see langword="null"/> where the operator or its operand is not known.</returns>
    public static string? Mended(JsonMember member)
    {
        string operation = member.Name.TrimStart('$');
        string? mended = operation switch
        {
            "not"
            or "ne"
            or "neq"
            or "!="
            or "<>"
            or "not-equals" when (Plain(member.Value) ?? List(member.Value)) is { } value =>
                $"{{\"anything-but\": {value}}}",
            ">" or ">=" or "<" or "<=" or "=" when member.Value is JsonNumber number =>
                $"{{\"numeric\": [\"{operation}\", {number.Literal}]}}",
            "gt" or "gte" or "lt" or "lte" when member.Value is JsonNumber number =>
                $"{{\"numeric\": [\"{Comparison(operation)}\", {number.Literal}]}}",
            "contains" when member.Value is JsonString text && Containing(text.Value) is { } wildcard =>
                $"{{\"wildcard\": {wildcard}}}",
            "startsWith"
            or "starts-with"
            or "startswith"
            or "beginsWith"
            or "begins-with" when member.Value is JsonString text =>
                $"{{\"prefix\": {JsonQuoting.Quoted(text.Value)}}}",
            "endsWith" or "ends-with" or "endswith" when member.Value is JsonString text =>
                $"{{\"suffix\": {JsonQuoting.Quoted(text.Value)}}}",
            "equals" or "eq" or "=" or "==" => Plain(member.Value),
            _ => null,
        };
        return mended?.Length > LongestShown ? null : mended;
    }

    /// <summary>Writes the values of an <c>in</c>, which EventBridge's lists are without it.</summary>
    /// <param name="member">The operator and its operand.</param>
    /// <returns>The list as JSON, or <see langword="null"/>.</returns>
    public static string? MendedList(JsonMember member)
    {
        string? list = member.Name is "in" or "$in" ? List(member.Value) : null;
        return list?.Length > LongestShown ? null : list;
    }

    private static string? List(JsonSyntax value)
    {
        if (value is not JsonArray { Items: { Length: > 0 } items })
        {
            return null;
        }

        List<string?> values = [.. items.Select(Plain)];
        return values.Contains(null) ? null : $"[{string.Join(", ", values)}]";
    }

    private static string Comparison(string name) =>
        name switch
        {
            "gt" => ">",
            "gte" => ">=",
            "lt" => "<",
            _ => "<=",
        };

    private static string? Plain(JsonSyntax value) =>
        value switch
        {
            JsonString text => JsonQuoting.Quoted(text.Value),
            JsonNumber number => number.Literal,
            _ => null,
        };

    private static string? Containing(string text) =>
        text.AsSpan().ContainsAny('*', '\\') || text.Length == 0 ? null : JsonQuoting.Quoted($"*{text}*");
}
