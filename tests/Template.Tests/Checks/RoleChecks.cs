using System.Text.Json.Nodes;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests.Checks;

/// <summary>Least privilege.</summary>
internal static class RoleChecks
{
    private static readonly HashSet<string> ActionsWithoutResources =
    [
        "events:TestEventPattern",
        "cloudwatch:GetMetricData",
        "cloudwatch:PutMetricData",
    ];

    public static IEnumerable<string> NoWildcards(Stack stack) =>
        from permission in Permissions(stack)
        from action in permission.Statement.Texts("Action")
        from resource in permission.Statement.Texts("Resource")
        where action.Contains('*') || (resource.Contains('*') && !ActionsWithoutResources.Contains(action))
        select $"{permission.Role} may {action} on {resource}";

    public static IEnumerable<string> MetricsOnlyInOurNamespace(Stack stack) =>
        Permissions(stack)
            .Where(permission =>
                permission.Statement.Texts("Action").Contains("cloudwatch:PutMetricData")
                && permission.Statement.Text("Condition/StringEquals/cloudwatch:namespace") != "Firetiger/EcsEvents"
            )
            .Select(permission => $"{permission.Role} may write any metric");

    /// <summary>What is put on the redrive bus reaches Firetiger; only envelopes may be.</summary>
    public static IEnumerable<string> OnlyEnvelopesAreSent(Stack stack) =>
        Permissions(stack)
            .Where(permission =>
                permission.Statement.Texts("Action").Contains("events:PutEvents")
                && (
                    permission.Statement.Text("Condition/StringEquals/events:source") != "firetiger.redrive"
                    || permission.Statement.Text("Condition/StringEquals/events:detail-type") != "Dead-Lettered Event"
                )
            )
            .Select(permission => $"{permission.Role} may put any event on {permission.Statement.Text("Resource")}");

    /// <summary>EventBridge writes the dead-letter queue as a service; a role's permission to do so is never used.</summary>
    public static IEnumerable<string> RulesOnlyInvokeTheDestination(Stack stack) =>
        from permission in Permissions(stack)
        where permission.Role == "InvokeDestinationRole"
        from action in permission.Statement.Texts("Action")
        where action != "events:InvokeApiDestination"
        select $"{permission.Role} may {action}";

    public static IEnumerable<string> ServicesActForThisStackOnly(Stack stack) =>
        from role in stack.OfType("AWS::IAM::Role")
        from statement in role.Resource.Items("Properties/AssumeRolePolicyDocument/Statement")
        let service = statement.Text("Principal/Service")
        where service is "events.amazonaws.com" or "scheduler.amazonaws.com"
        where
            statement.Text("Condition/StringEquals/aws:SourceAccount") is null
            || !TrustedSources(statement).SetEquals(Sources(stack, service))
        select $"{service} may assume {role.Id} for others";

    public static IEnumerable<string> RolesTakeTheBoundary(Stack stack) =>
        stack
            .OfType("AWS::IAM::Role")
            .Where(role =>
                (role.Resource.Text("Properties/PermissionsBoundary") ?? "")
                != stack.Parameters["IamPermissionsBoundaryArn"]
            )
            .Select(role => $"{role.Id} ignores the permissions boundary");

    private static IEnumerable<(string Role, JsonNode Statement)> Permissions(Stack stack) =>
        from role in stack.OfType("AWS::IAM::Role")
        from policy in role.Resource.Items("Properties/Policies")
        from statement in policy.Items("PolicyDocument/Statement")
        select (role.Id, statement);

    private static HashSet<string> TrustedSources(JsonNode statement) =>
        [
            .. statement.Texts("Condition/ArnEquals/aws:SourceArn"),
            .. statement.Texts("Condition/StringEquals/aws:SourceArn"),
        ];

    private static IEnumerable<string> Sources(Stack stack, string service) =>
        service == "scheduler.amazonaws.com"
            ? ["RedriveScheduleGroup.Arn"]
            : stack
                .OfType("AWS::Events::Rule")
                .Where(rule => !DeliveryChecks.IsEventLog(rule.Id))
                .Select(rule => stack.RuleArn(rule.Id));
}
