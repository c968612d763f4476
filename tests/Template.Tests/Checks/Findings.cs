using System.Text.Json.Nodes;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests.Checks;

/// <summary>What a check objects to in the stacks that a template can make.</summary>
internal static class Findings
{
    public static IReadOnlyList<string> In(JsonObject template, Func<Stack, IEnumerable<string>> check) =>
        [.. StacksOf(template).SelectMany(check).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<Stack> StacksOf(JsonObject template) =>
        [
            Stack.Of(template),
            Stack.Of(
                template,
                ("EventBridgeBus", "orders"),
                ("EventBridgeRuleName", "our-ecs-events"),
                ("FiretigerUsername", "user"),
                ("FiretigerPassword", "pa55-w0rd"),
                ("IamPermissionsBoundaryArn", "arn:aws:iam::111122223333:policy/boundary")
            ),
            Stack.Of(template, ("EnableDeadLetterQueue", "false")),
        ];
}
