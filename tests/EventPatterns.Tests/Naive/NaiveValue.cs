using System.Text.Json;

namespace Firetiger.EventPatterns.Tests.Naive;

/// <summary>The operators, one line of the description each.</summary>
internal static class NaiveValue
{
    public static bool AcceptsAbsence(JsonElement values) =>
        values
            .EnumerateArray()
            .Any(match => IsOperator(match, "exists", out JsonElement wanted) && !wanted.GetBoolean());

    public static bool MatchesAny(JsonElement values, JsonElement scalar) =>
        values.EnumerateArray().Any(match => Matches(match, scalar));

    private static bool Matches(JsonElement match, JsonElement scalar) =>
        match.ValueKind switch
        {
            JsonValueKind.Object => MatchesOperator(match.EnumerateObject().Single(), scalar),
            JsonValueKind.String => Text(scalar) is { } text && NaiveAddress.AreEqual(match.GetString()!, text),
            JsonValueKind.Number => IsNumber(scalar) && NaiveNumber.AreEqual(match.GetRawText(), scalar.GetRawText()),
            _ => match.ValueKind == scalar.ValueKind,
        };

    private static bool MatchesOperator(JsonProperty match, JsonElement scalar) =>
        match.Name switch
        {
            "exists" => match.Value.GetBoolean(),
            "anything-but" => !IsExcluded(match.Value, scalar),
            "numeric" => IsNumber(scalar) && NaiveNumber.IsWithin(match.Value, scalar.GetRawText()),
            _ => Text(scalar) is { } text && MatchesText(match.Name, match.Value, text),
        };

    private static bool MatchesText(string name, JsonElement operand, string text)
    {
        bool ignoresCase = IsOperator(operand, "equals-ignore-case", out JsonElement inner);
        string wanted = (ignoresCase ? inner : operand).GetString()!;
        return name switch
        {
            "exactly" => string.Equals(text, wanted, StringComparison.Ordinal),
            "equals-ignore-case" => EqualsIgnoringCase(wanted, text),
            "prefix" when text.Length >= wanted.Length => Equals(wanted, text[..wanted.Length], ignoresCase),
            "suffix" when text.Length >= wanted.Length => Equals(wanted, text[^wanted.Length..], ignoresCase),
            "wildcard" => MatchesWildcard(wanted, text),
            "cidr" => NaiveAddress.IsWithin(wanted, text),
            _ => false,
        };
    }

    private static bool IsExcluded(JsonElement excluded, JsonElement scalar) =>
        excluded.ValueKind switch
        {
            JsonValueKind.Array => excluded.EnumerateArray().Any(item => IsExcluded(item, scalar)),
            JsonValueKind.Object => IsExcluded(excluded.EnumerateObject().Single(), scalar),
            JsonValueKind.String => string.Equals(Text(scalar), excluded.GetString(), StringComparison.Ordinal),
            _ => IsNumber(scalar) && NaiveNumber.AreEqual(excluded.GetRawText(), scalar.GetRawText()),
        };

    private static bool IsExcluded(JsonProperty match, JsonElement scalar) =>
        Text(scalar) is { } text
        && (
            match.Value.ValueKind == JsonValueKind.Array
                ? match.Value.EnumerateArray().Any(item => MatchesText(match.Name, item, text))
                : MatchesText(match.Name, match.Value, text)
        );

    private static bool Equals(string wanted, string text, bool ignoresCase) =>
        ignoresCase ? EqualsIgnoringCase(wanted, text) : string.Equals(wanted, text, StringComparison.Ordinal);

    private static bool EqualsIgnoringCase(string wanted, string text) =>
        wanted.Length == text.Length
        && wanted
            .Zip(text)
            .All(pair =>
                pair.Second == char.ToLowerInvariant(pair.First) || pair.Second == char.ToUpperInvariant(pair.First)
            );

    private static bool MatchesWildcard(string wildcard, string text) =>
        wildcard switch
        {
            "" => text.Length == 0,
            ['*', .. string rest] => Enumerable.Range(0, text.Length + 1).Any(at => MatchesWildcard(rest, text[at..])),
            ['\\', char escaped, .. string rest] => text.StartsWith(escaped) && MatchesWildcard(rest, text[1..]),
            _ => text.StartsWith(wildcard[0]) && MatchesWildcard(wildcard[1..], text[1..]),
        };

    private static bool IsOperator(JsonElement match, string name, out JsonElement operand)
    {
        operand = default;
        return match.ValueKind == JsonValueKind.Object && match.TryGetProperty(name, out operand);
    }

    private static bool IsNumber(JsonElement scalar) => scalar.ValueKind == JsonValueKind.Number;

    private static string? Text(JsonElement scalar) =>
        scalar.ValueKind == JsonValueKind.String ? scalar.GetString() : null;
}
