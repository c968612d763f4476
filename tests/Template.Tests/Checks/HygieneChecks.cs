using System.Text.Json.Nodes;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests.Checks;

/// <summary>Logs, outputs and credentials.</summary>
internal static class HygieneChecks
{
    /// <summary>The names under which EventBridge writes to log groups.</summary>
    private static readonly string[] LogWriters = ["events.amazonaws.com", "delivery.logs.amazonaws.com"];

    /// <summary>Functions have the tag of the Globals section; other types of the template know no tags.</summary>
    private static readonly HashSet<string> Taggable =
    [
        "AWS::CloudWatch::Alarm",
        "AWS::Events::EventBus",
        "AWS::Events::Rule",
        "AWS::IAM::Role",
        "AWS::Lambda::EventSourceMapping",
        "AWS::Logs::Delivery",
        "AWS::Logs::DeliveryDestination",
        "AWS::Logs::DeliverySource",
        "AWS::Logs::LogGroup",
        "AWS::SNS::Topic",
        "AWS::SQS::Queue",
        "AWS::Scheduler::ScheduleGroup",
    ];

    /// <summary>EventBridge writes no log of its own accord; a group that nothing writes to only misleads.</summary>
    public static IEnumerable<string> EveryLogGroupHasAWriter(Stack stack) =>
        stack
            .OfType("AWS::Logs::LogGroup")
            .Where(group => !Writers(stack, group).Any())
            .Select(group => $"Nothing writes to {group.Id}");

    /// <summary>Services write only where the account's log policy lets them, for exactly this source.</summary>
    public static IEnumerable<string> TheLogPolicyAdmitsTheServices(Stack stack) =>
        from writer in ServiceWriters(stack)
        from action in new[] { "logs:CreateLogStream", "logs:PutLogEvents" }
        where
            !LogStatements(stack)
                .Any(statement =>
                    statement.Texts("Principal/Service").Contains(writer.Service)
                    && statement.Text("Resource") == $"{writer.Group}.Arn"
                    && statement.Texts("Action").Contains(action)
                    && (action == "logs:CreateLogStream" || Source(statement) == writer.Source)
                )
        select $"{writer.Service} may not {action} on {writer.Group} for {writer.Source}";

    public static IEnumerable<string> TheLogPolicyAdmitsNobodyElse(Stack stack) =>
        from statement in LogStatements(stack)
        let resource = statement.Text("Resource")
        where
            !ServiceWriters(stack)
                .Any(writer =>
                    !statement.Texts("Principal/Service").Except(LogWriters).Any()
                    && resource == $"{writer.Group}.Arn"
                    && Source(statement) is var source
                    && (source == writer.Source || (source is null && WritesNothing(statement)))
                )
        select $"{statement.Text("Sid")} lets too many write to {resource}";

    public static IEnumerable<string> FunctionsLogJson(Stack stack) =>
        Functions(stack)
            .Where(function => function.Resource.Text("Properties/LoggingConfig/LogFormat") != "JSON")
            .Select(function => $"{function.Id} does not log JSON");

    /// <summary>The bus logs why a copy failed, never the event itself.</summary>
    public static IEnumerable<string> TheRedriveBusLogsErrorsOnly(Stack stack) =>
        stack
            .OfType("AWS::Events::EventBus")
            .Where(bus =>
                bus.Resource.Text("Properties/LogConfig/Level") != "ERROR"
                || bus.Resource.Text("Properties/LogConfig/IncludeDetail") != "NONE"
                || !stack.OfType("AWS::Logs::Delivery").Any()
            )
            .Select(bus => $"{bus.Id} does not log failures, or logs events");

    public static IEnumerable<string> EveryFunctionHasALogGroupThatForgets(Stack stack) =>
        Functions(stack)
            .Where(function => LogGroup(function) is null)
            .Select(function => $"{function.Id} has no log group of its own")
            .Concat(
                stack
                    .OfType("AWS::Logs::LogGroup")
                    .Where(group => group.Resource.Text("Properties/RetentionInDays") is null)
                    .Select(group => $"{group.Id} keeps its lines for ever")
            );

    public static IEnumerable<string> NoAuthorizationWithoutCredentials(Stack stack)
    {
        var parameters = stack.Resources["FiretigerConnection"].At("Properties/AuthParameters");
        var sent = parameters.Text("BasicAuthParameters/Username");
        var secret = stack.Parameters["FiretigerCredentialsArn"];
        var given =
            secret.Length > 0
                ? $"{{{{resolve:secretsmanager:{secret}:SecretString:username::{stack.Parameters["FiretigerCredentialsVersion"]}}}}}"
                : stack.Parameters["FiretigerUsername"];
        return
            (given.Length > 0 && sent == given)
            || (given.Length == 0 && parameters.Text("ApiKeyAuthParameters/ApiKeyName") == "X-Firetiger-Source")
            ? []
            : ["Requests carry an Authorization that nobody gave, or lack the one that was given"];
    }

    /// <summary>In China's Regions every ARN begins with <c>arn:aws-cn:</c>.</summary>
    public static IEnumerable<string> ArnsAreOfThePartition(Stack stack) =>
        from pair in stack.Resources
        where stack.Parameters["AWS::Partition"] != "aws"
        where pair.Value.ToJsonString().Contains("arn:aws:", StringComparison.Ordinal)
        select $"{pair.Key} names an ARN of another partition";

    /// <summary>What these types of resource cost can be told apart by the tag.</summary>
    public static IEnumerable<string> EverythingIsTagged(Stack stack) =>
        from pair in stack.Resources
        where Taggable.Contains(pair.Value.Text("Type")!)
        where
            !pair
                .Value.Items("Properties/Tags")
                .Any(tag => tag.Text("Key") == "Application" && tag.Text("Value") == "firetiger-ecs-events")
        select $"{pair.Key} has no tag";

    public static IEnumerable<string> OutputsAreOneLine(Stack stack) =>
        stack.Outputs.Where(output => output.Value.Contains('\n')).Select(output => $"{output.Key} has a line break");

    public static IEnumerable<string> OutputsKeepSecrets(Stack stack) =>
        stack
            .Outputs.Where(output =>
                stack.Parameters["FiretigerPassword"] is { Length: > 0 } password
                && output.Value.Contains(password, StringComparison.Ordinal)
            )
            .Select(output => $"{output.Key} shows the password");

    public static IEnumerable<string> OutputsLinkToNothingMissing(Stack stack) =>
        stack
            .Outputs.Where(output =>
                output.Value.Contains("dashboards", StringComparison.Ordinal)
                && !stack
                    .OfType("AWS::CloudWatch::Dashboard")
                    .Any(dashboard =>
                        output.Value.EndsWith(
                            $"#dashboards:name={dashboard.Resource.Text("Properties/DashboardName")}",
                            StringComparison.Ordinal
                        )
                    )
            )
            .Select(output => $"{output.Key} links to a dashboard that is not made");

    /// <summary>Ref of a rule on a custom bus is "bus|rule", which no other API takes.</summary>
    public static IEnumerable<string> TheRuleNameIsPlain(Stack stack) =>
        stack.Outputs["EventBridgeRuleName"] == stack.Resources["EcsEventsRule"].Text("Properties/Name")
            ? []
            : ["EventBridgeRuleName is not the name of the rule"];

    private static bool WritesNothing(JsonNode statement) => statement.Texts("Action") is ["logs:CreateLogStream"];

    private static string? Source(JsonNode statement) =>
        statement.Text("Condition/ArnEquals/aws:SourceArn") ?? statement.Text("Condition/ArnLike/aws:SourceArn");

    private static IEnumerable<JsonNode> LogStatements(Stack stack) =>
        stack
            .OfType("AWS::Logs::ResourcePolicy")
            .SelectMany(policy =>
                JsonNode.Parse(policy.Resource.Text("Properties/PolicyDocument")!).Items("Statement")
            );

    private static IEnumerable<string> Writers(Stack stack, (string Id, JsonObject Resource) group) =>
        Functions(stack)
            .Where(function => LogGroup(function) == group.Id)
            .Select(function => function.Id)
            .Concat(ServiceWriters(stack).Where(writer => writer.Group == group.Id).Select(writer => writer.Service));

    private static IEnumerable<(string Service, string Group, string Source)> ServiceWriters(Stack stack) =>
        (
            from target in stack.Targets
            from @group in stack.OfType("AWS::Logs::LogGroup")
            let name = @group.Resource.Text("Properties/LogGroupName") ?? @group.Id
            where target.Target.Text("Arn")!.EndsWith($":log-group:{name}", StringComparison.Ordinal)
            select ("events.amazonaws.com", @group.Id, stack.RuleArn(target.Rule))
        ).Concat(
            from delivery in stack.OfType("AWS::Logs::Delivery")
            from destination in stack.OfType("AWS::Logs::DeliveryDestination")
            where delivery.Resource.Text("Properties/DeliveryDestinationArn") == $"{destination.Id}.Arn"
            from source in stack.OfType("AWS::Logs::DeliverySource")
            where delivery.Resource.Text("Properties/DeliverySourceName") == source.Resource.Text("Properties/Name")
            let arn = destination.Resource.Text("Properties/DestinationResourceArn")!
            select (
                "delivery.logs.amazonaws.com",
                arn[..arn.IndexOf('.', StringComparison.Ordinal)],
                $"{source.Id}.Arn"
            )
        );

    private static IEnumerable<(string Id, JsonObject Resource)> Functions(Stack stack) =>
        stack.OfType("AWS::Serverless::Function");

    private static string? LogGroup((string Id, JsonObject Resource) function) =>
        function.Resource.Text("Properties/LoggingConfig/LogGroup");
}
