using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Stacks;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Intrinsics;

/// <summary>The parameters that AWS gives.</summary>
internal static class PseudoParameters
{
    public const string NoValue = "AWS::NoValue";

    /// <summary>Makes their values.</summary>
    /// <param name="stack">The stack they are of.</param>
    /// <returns>The values. NoValue is null, which no template can say otherwise.</returns>
    public static IReadOnlyDictionary<string, JsonNode?> Of(StackIdentity stack) =>
        new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["AWS::AccountId"] = Account.Id,
            ["AWS::NotificationARNs"] = new JsonArray(),
            [NoValue] = null,
            ["AWS::Partition"] = Account.Partition,
            ["AWS::Region"] = Account.Region,
            ["AWS::StackId"] = stack.Id,
            ["AWS::StackName"] = stack.Name,
            ["AWS::URLSuffix"] = "amazonaws.com",
        };

    public static bool Contains(string name) => Of(new StackIdentity("", "")).ContainsKey(name);
}
