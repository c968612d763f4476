using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests.Checks;

/// <summary>That a second stack fits beside the first one.</summary>
internal static class NameChecks
{
    /// <summary>Properties that name a resource. A schedule's GroupName and a rule's EventBusName refer to another one.</summary>
    private static readonly HashSet<string> NameProperties =
    [
        "Name",
        "ArchiveName",
        "FunctionName",
        "LogGroupName",
        "QueueName",
        "RoleName",
    ];

    public static IEnumerable<string> OnlyRulesAndBusesAreNamed(Stack stack) =>
        from pair in stack.Resources
        where pair.Value.Text("Type") is not ("AWS::Events::Rule" or "AWS::Events::EventBus")
        where pair.Value.Text("Type") != "AWS::Lambda::EventInvokeConfig"
        from property in pair.Value.Keys("Properties")
        where NameProperties.Contains(property)
        select $"{pair.Key} has a {property}";

    public static IEnumerable<string> NamesHoldTheStackGuid(Stack stack) =>
        from pair in stack.Resources
        where pair.Value.Text("Type") is "AWS::Events::Rule" or "AWS::Events::EventBus"
        let name = pair.Value.Text("Properties/Name")
        where name != stack.Parameters["EventBridgeRuleName"]
        where
            !name.Contains(stack.Parameters["AWS::StackId"].Split('/')[2], StringComparison.Ordinal) || name.Length > 64
        select $"{pair.Key} is called {name} in every stack, or too long";
}
