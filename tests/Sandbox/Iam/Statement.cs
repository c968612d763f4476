using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.Iam;

/// <summary>One statement of a policy.</summary>
internal sealed record Statement
{
    private static readonly string[] Elements =
    [
        "Sid",
        "Effect",
        "Principal",
        "Action",
        "NotAction",
        "Resource",
        "NotResource",
        "Condition",
    ];

    public required bool IsDenial { get; init; }

    /// <summary>Gets whom it is about; null in an identity's policy.</summary>
    public required PrincipalElement? Principal { get; init; }

    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Gets a value indicating whether the actions are those of NotAction.</summary>
    public required bool ExceptActions { get; init; }

    /// <summary>Gets the resources; none, as in a trust policy, is all.</summary>
    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary>Gets a value indicating whether the resources are those of NotResource.</summary>
    public required bool ExceptResources { get; init; }

    public required IReadOnlyList<Condition> Conditions { get; init; }

    public static Statement Parse(JsonNode? node)
    {
        var members = node as JsonObject ?? throw PolicyJson.Malformed("Syntax errors in policy.");
        if (members.FirstOrDefault(member => !Elements.Contains(member.Key, StringComparer.Ordinal)).Key is { } unknown)
        {
            throw PolicyJson.Malformed(
                $"Syntax error: {unknown} is no element of a statement, or the sandbox lacks it."
            );
        }

        var statement = new Statement
        {
            IsDenial = members["Effect"]?.ToString() switch
            {
                "Allow" => false,
                "Deny" => true,
                _ => throw PolicyJson.Malformed("Invalid effect in policy."),
            },
            Principal = PrincipalElement.Parse(members[nameof(Principal)]),
            Actions = PolicyJson.TextOrTexts(members["Action"] ?? members["NotAction"]),
            ExceptActions = members.ContainsKey("NotAction"),
            Resources = PolicyJson.TextOrTexts(members["Resource"] ?? members["NotResource"]),
            ExceptResources = members.ContainsKey("NotResource"),
            Conditions = Condition.ParseAll(members["Condition"]),
        };
        return statement.Actions.Count > 0
            ? statement
            : throw PolicyJson.Malformed("Policy statement must contain actions.");
    }

    /// <summary>Tells whether the statement is about an action on a resource in these circumstances.</summary>
    /// <param name="action">Compared without regard to case.</param>
    /// <param name="resource">An ARN.</param>
    /// <param name="keys">The condition keys' values.</param>
    /// <returns>Whether it is.</returns>
    public bool Covers(string action, string resource, IReadOnlyDictionary<string, string> keys) =>
        Actions.Any(pattern => Wildcard.IsMatch(action.ToUpperInvariant(), pattern.ToUpperInvariant())) != ExceptActions
        && (Resources.Count == 0 || Resources.Any(pattern => Wildcard.IsArnMatch(resource, pattern)) != ExceptResources)
        && Conditions.All(condition => condition.Holds(keys));
}
