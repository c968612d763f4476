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
            Stack.Of(template, ("AWS::Partition", "aws-cn"), ("AWS::Region", "cn-north-1")),
            Stack.Of(
                template,
                ("EnableDeadLetterQueue", "false"),
                ("EventLogRetentionDays", "0"),
                ("AlarmTopicArn", "arn:aws:sns:eu-west-1:111122223333:on-call")
            ),
            Stack.Of(
                template,
                ("AWS::StackName", new string('s', 128)),
                ("AlarmEmail", "on-call@example.com"),
                ("EventLogRetentionDays", "0"),
                ("FiretigerCredentialsArn", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:firetiger-AbCdEf"),
                ("FiretigerCredentialsVersion", "0a1b2c3d-0000-1111-2222-333344445555"),
                ("RedriveTrigger", "Queue")
            ),
        ];
}
