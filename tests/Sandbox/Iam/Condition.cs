using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.Iam;

/// <summary>One test of a Condition element.</summary>
/// <param name="Operator">How values are compared.</param>
/// <param name="Quantifier">ForAllValues, ForAnyValue or none.</param>
/// <param name="OrMissing">Whether the operator ends in IfExists.</param>
/// <param name="Key">The condition key.</param>
/// <param name="Values">The policy's values, of which one must match.</param>
internal sealed record Condition(
    ConditionOperator Operator,
    string? Quantifier,
    bool OrMissing,
    string Key,
    IReadOnlyList<string> Values
)
{
    private const string ForAll = "ForAllValues";
    private const string ForAny = "ForAnyValue";
    private const string IfExists = "IfExists";

    public static IReadOnlyList<Condition> ParseAll(JsonNode? element) =>
        element switch
        {
            null => [],
            JsonObject operators => [.. operators.SelectMany(entry => Parse(entry.Key, entry.Value))],
            _ => throw PolicyJson.Malformed("Syntax errors in policy."),
        };

    /// <summary>Runs the test. Every condition key has one value here, so the quantifiers differ only over a missing key.</summary>
    /// <param name="keys">The condition keys' values.</param>
    /// <returns>Whether it holds.</returns>
    public bool Holds(IReadOnlyDictionary<string, string> keys)
    {
        if (Operator.IsNull)
        {
            return Values.Any(value =>
                string.Equals(value, keys.ContainsKey(Key) ? "false" : "true", StringComparison.OrdinalIgnoreCase)
            );
        }

        return keys.TryGetValue(Key, out var actual)
            ? Values.Any(value => Operator.Compare(actual, value)) != Operator.IsNegated
            : OrMissing || Quantifier is ForAll || (Quantifier is null && Operator.IsNegated);
    }

    private static IEnumerable<Condition> Parse(string name, JsonNode? tests)
    {
        var quantifier = name.Split(':') is [ForAll or ForAny, _] split ? split[0] : null;
        var bare = quantifier is null ? name : name[(quantifier.Length + 1)..];
        var orMissing = bare.EndsWith(IfExists, StringComparison.Ordinal);
        var found = ConditionOperator.Find(orMissing ? bare[..^IfExists.Length] : bare);
        return tests is JsonObject keys
            ? keys.Select(key => new Condition(
                found,
                quantifier,
                orMissing,
                key.Key,
                PolicyJson.TextOrTexts(key.Value)
            ))
            : throw PolicyJson.Malformed("Syntax errors in policy.");
    }
}
