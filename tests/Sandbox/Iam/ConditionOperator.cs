using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Iam;

/// <summary>A comparison of a condition key's value with a policy's.</summary>
/// <param name="Compare">The comparison: actual value, policy's value.</param>
/// <param name="IsNegated">Whether no value of the policy may match.</param>
/// <param name="IsNull">Whether it asks only if there is a value.</param>
internal sealed record ConditionOperator(
    Func<string, string, bool> Compare,
    bool IsNegated = false,
    bool IsNull = false
)
{
    private static readonly Dictionary<string, ConditionOperator> All = new(StringComparer.Ordinal)
    {
        ["StringEquals"] = new(Same),
        ["StringNotEquals"] = new(Same, IsNegated: true),
        ["StringEqualsIgnoreCase"] = new(SameIgnoringCase),
        ["StringNotEqualsIgnoreCase"] = new(SameIgnoringCase, IsNegated: true),
        ["StringLike"] = new(Like),
        ["StringNotLike"] = new(Like, IsNegated: true),
        ["ArnEquals"] = new(Wildcard.IsArnMatch),
        ["ArnLike"] = new(Wildcard.IsArnMatch),
        ["ArnNotEquals"] = new(Wildcard.IsArnMatch, IsNegated: true),
        ["ArnNotLike"] = new(Wildcard.IsArnMatch, IsNegated: true),
        ["Bool"] = new(SameIgnoringCase),
        ["Null"] = new(Same, IsNull: true),
    };

    /// <summary>Finds an operator.</summary>
    /// <param name="name">Without quantifier and IfExists.</param>
    /// <returns>The operator.</returns>
    /// <exception cref="AwsException">MalformedPolicyDocument: an operator that is not evaluated is never ignored.</exception>
    public static ConditionOperator Find(string name) =>
        All.TryGetValue(name, out var found)
            ? found
            : throw PolicyJson.Malformed($"The sandbox has no condition operator {name}.");

    private static bool Same(string actual, string value) => string.Equals(actual, value, StringComparison.Ordinal);

    private static bool SameIgnoringCase(string actual, string value) =>
        string.Equals(actual, value, StringComparison.OrdinalIgnoreCase);

    private static bool Like(string actual, string value) => Wildcard.IsMatch(actual, value);
}
