using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>That docs/security.md says what the template does.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "security.md"));

    [Fact]
    public void Every_permission_is_explained_for_its_role() => Documented().ShouldBe(Granted(), ignoreOrder: true);

    [Fact]
    public void Every_permission_of_a_service_is_explained() =>
        ActionsIn("Who may use them")
            .Where(action => !action.StartsWith("aws:", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal)
            .ShouldBe(Admitted(), ignoreOrder: true);

    [Fact]
    public void Deployers_may_make_read_and_delete_every_resource()
    {
        var allowed = Deployers();

        foreach (var type in Types())
        {
            DeploymentActions.ShouldContainKey(type);
            DeploymentActions[type].Split(' ').ShouldBeSubsetOf(allowed, type);
        }
    }

    [Fact]
    public void Deployers_need_no_action_of_a_resource_that_is_not_there() =>
        DeploymentActions.Keys.ShouldBe(Types(), ignoreOrder: true);

    /// <summary>Of each type in the template what CloudFormation calls at the least.</summary>
    private static readonly Dictionary<string, string> DeploymentActions = new(StringComparer.Ordinal)
    {
        ["AWS::CloudWatch::Alarm"] = "cloudwatch:PutMetricAlarm cloudwatch:DescribeAlarms cloudwatch:DeleteAlarms",
        ["AWS::CloudWatch::Dashboard"] = "cloudwatch:PutDashboard cloudwatch:GetDashboard cloudwatch:DeleteDashboards",
        ["AWS::Events::ApiDestination"] =
            "events:CreateApiDestination events:DescribeApiDestination events:UpdateApiDestination events:DeleteApiDestination",
        ["AWS::Events::Archive"] =
            "events:CreateArchive events:DescribeArchive events:UpdateArchive events:DeleteArchive",
        ["AWS::Events::Connection"] =
            "events:CreateConnection events:DescribeConnection events:UpdateConnection events:DeleteConnection "
            + "secretsmanager:CreateSecret secretsmanager:GetSecretValue secretsmanager:PutSecretValue "
            + "secretsmanager:UpdateSecret iam:CreateServiceLinkedRole",
        ["AWS::Events::EventBus"] =
            "events:CreateEventBus events:DescribeEventBus events:UpdateEventBus events:DeleteEventBus",
        ["AWS::Events::Rule"] =
            "events:PutRule events:DescribeRule events:DeleteRule events:PutTargets events:ListTargetsByRule "
            + "events:RemoveTargets iam:PassRole",
        ["AWS::IAM::Role"] =
            "iam:CreateRole iam:GetRole iam:UpdateRole iam:DeleteRole iam:PutRolePolicy iam:GetRolePolicy iam:DeleteRolePolicy "
            + "iam:ListRolePolicies iam:ListAttachedRolePolicies iam:DetachRolePolicy iam:TagRole iam:UntagRole",
        ["AWS::Lambda::EventInvokeConfig"] =
            "lambda:PutFunctionEventInvokeConfig lambda:GetFunctionEventInvokeConfig lambda:DeleteFunctionEventInvokeConfig",
        ["AWS::Lambda::EventSourceMapping"] =
            "lambda:CreateEventSourceMapping lambda:GetEventSourceMapping lambda:DeleteEventSourceMapping lambda:ListTags",
        ["AWS::Logs::Delivery"] = "logs:CreateDelivery logs:GetDelivery logs:DescribeDeliveries logs:DeleteDelivery",
        ["AWS::Logs::DeliveryDestination"] =
            "logs:PutDeliveryDestination logs:GetDeliveryDestination logs:GetDeliveryDestinationPolicy "
            + "logs:DeleteDeliveryDestination",
        ["AWS::Logs::DeliverySource"] =
            "logs:PutDeliverySource logs:GetDeliverySource logs:DeleteDeliverySource events:AllowVendedLogDeliveryForResource",
        ["AWS::Logs::LogGroup"] =
            "logs:CreateLogGroup logs:DescribeLogGroups logs:DeleteLogGroup logs:PutRetentionPolicy "
            + "logs:GetDataProtectionPolicy logs:DescribeIndexPolicies",
        ["AWS::Logs::ResourcePolicy"] =
            "logs:PutResourcePolicy logs:DescribeResourcePolicies logs:DeleteResourcePolicy",
        ["AWS::SNS::Subscription"] = "sns:Subscribe sns:GetSubscriptionAttributes sns:Unsubscribe",
        ["AWS::SNS::Topic"] = "sns:CreateTopic sns:GetTopicAttributes sns:GetDataProtectionPolicy sns:DeleteTopic",
        ["AWS::SNS::TopicPolicy"] = "sns:SetTopicAttributes",
        ["AWS::SQS::Queue"] =
            "sqs:CreateQueue sqs:GetQueueAttributes sqs:SetQueueAttributes sqs:DeleteQueue sqs:TagQueue",
        ["AWS::SQS::QueuePolicy"] = "sqs:SetQueueAttributes",
        ["AWS::Scheduler::Schedule"] =
            "scheduler:CreateSchedule scheduler:GetSchedule scheduler:UpdateSchedule scheduler:DeleteSchedule iam:PassRole",
        ["AWS::Scheduler::ScheduleGroup"] =
            "scheduler:CreateScheduleGroup scheduler:GetScheduleGroup scheduler:DeleteScheduleGroup",
        ["AWS::Serverless::Function"] =
            "lambda:CreateFunction lambda:GetFunction lambda:GetFunctionCodeSigningConfig lambda:GetFunctionRecursionConfig "
            + "lambda:UpdateFunctionCode lambda:UpdateFunctionConfiguration lambda:DeleteFunction lambda:TagResource iam:PassRole "
            + "s3:GetObject",
        ["Custom::EventPattern"] = "lambda:InvokeFunction",
    };

    private static HashSet<string> Types() =>
        [.. from id in TemplateFile.Read().Keys("Resources") select TemplateFile.Read().Text($"Resources/{id}/Type")];

    private static HashSet<string> Granted() =>
        [
            .. from role in Stack.Of(TemplateFile.Read()).OfType("AWS::IAM::Role")
            from policy in role.Resource.Items("Properties/Policies")
            from statement in policy.Items("PolicyDocument/Statement")
            from action in statement.Texts("Action")
            select $"{role.Id} {action}",
        ];

    /// <summary>The first table; an empty first cell stands for the role above it.</summary>
    private static HashSet<string> Documented()
    {
        var role = "";
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cells in Rows("Permissions"))
        {
            role = cells[1].Length > 0 ? cells[1] : role;
            found.UnionWith(Action().Matches(cells[2]).Select(match => $"{role} {match.Groups["name"].Value}"));
        }

        return found;
    }

    /// <summary>What the policies of queues, topic and log groups let services do.</summary>
    private static HashSet<string> Admitted()
    {
        var stack = Stack.Of(TemplateFile.Read(), ("AlarmEmail", "on-call@example.com"));
        var documents = stack.Resources.Values.Select(resource =>
            resource.At("Properties/PolicyDocument") is JsonValue text
                ? JsonNode.Parse(text.GetValue<string>())
                : resource.At("Properties/PolicyDocument")
        );
        return
        [
            .. from document in documents
            from statement in document.Items("Statement")
            where statement.Text("Effect") == "Allow"
            from action in statement.Texts("Action")
            select action,
        ];
    }

    /// <summary>The last table: a prefix stands for the actions after it, too.</summary>
    private static HashSet<string> Deployers()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cells in Rows("What deployers need"))
        {
            var service = "";
            foreach (var match in ShortAction().Matches(cells[2]).Cast<Match>())
            {
                service = match.Groups["service"] is { Success: true } given ? given.Value : service;
                found.Add($"{service}:{match.Groups["name"].Value}");
            }
        }

        return found;
    }

    private static IEnumerable<string> ActionsIn(string heading) =>
        Rows(heading)
            .SelectMany(cells => Action().Matches(string.Concat(cells)))
            .Select(match => match.Groups["name"].Value);

    /// <summary>The rows under a heading, the table's own among them, cut at the bars.</summary>
    private static IEnumerable<string[]> Rows(string heading) =>
        Text.Split('\n')
            .SkipWhile(line => line != $"## {heading}")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    [GeneratedRegex("`(?<name>[a-z]+:[A-Za-z]+)`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Action();

    [GeneratedRegex(
        "`((?<service>[a-z0-9]+):)?(?<name>[A-Z][A-Za-z]+)`",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex ShortAction();
}
