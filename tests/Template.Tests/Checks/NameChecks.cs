using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests.Checks;

/// <summary>That a second stack fits beside the first one.</summary>
internal static class NameChecks
{
    /// <summary>Properties that name a resource. A schedule's GroupName and a rule's EventBusName refer to another one.</summary>
    private static readonly HashSet<string> NameProperties =
    [
        "AlarmName",
        "ArchiveName",
        "DashboardName",
        "FunctionName",
        "LogGroupName",
        "Name",
        "PolicyName",
        "QueueName",
        "RoleName",
        "TopicName",
    ];

    /// <summary>What is named on purpose, or because CloudFormation makes no name for it, and how long the name may be.</summary>
    private static readonly Dictionary<string, int> LongestName = new(StringComparer.Ordinal)
    {
        ["EcsEventsRule"] = 64,
        ["RedriveRule"] = 64,
        ["RedriveBus"] = 256,
        ["EventLogGroup"] = 512,
        ["LogPolicy"] = 255,
        ["RedriveBusLogSource"] = 60,
        ["RedriveBusLogDestination"] = 60,
        ["MonitoringDashboard"] = 255,
    };

    public static IEnumerable<string> OnlyWhatMustBeIsNamed(Stack stack) =>
        from name in Names(stack)
        where !LongestName.ContainsKey(name.Id)
        select $"{name.Id} has a {name.Property}";

    public static IEnumerable<string> NamesAreThisStacks(Stack stack) =>
        from name in Names(stack)
        where name.Id != "MonitoringDashboard"
        where !name.Value.Contains(OwnPart(stack, name.Id), StringComparison.Ordinal)
        select $"{name.Id} is called {name.Value} in every stack";

    /// <summary>Dashboards are global in an account, and a stack's name is unique in its Region only.</summary>
    public static IEnumerable<string> TheDashboardIsThisRegions(Stack stack) =>
        from name in Names(stack)
        where name.Id == "MonitoringDashboard"
        where name.Value != $"{stack.Parameters["AWS::StackName"]}-{stack.Parameters["AWS::Region"]}"
        select $"{name.Id} is called {name.Value} in other Regions too";

    public static IEnumerable<string> NamesFit(Stack stack) =>
        from name in Names(stack)
        where LongestName.TryGetValue(name.Id, out var longest) && name.Value.Length > longest
        select $"{name.Value} is too long for {name.Id}";

    private static string OwnPart(Stack stack, string id) =>
        id is "EcsEventsRule" or "EventLogGroup" && stack.Parameters["EventBridgeRuleName"] is { Length: > 0 } given
            ? given
            : stack.Parameters["AWS::StackId"].Split('/')[2];

    private static IEnumerable<(string Id, string Property, string Value)> Names(Stack stack) =>
        from pair in stack.Resources
        where pair.Value.Text("Type") is not ("AWS::Lambda::EventInvokeConfig" or "AWS::Lambda::EventSourceMapping")
        from property in pair.Value.Keys("Properties")
        where NameProperties.Contains(property)
        select (pair.Key, property, pair.Value.Text($"Properties/{property}")!);
}
