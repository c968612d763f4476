using System.Text.Json.Nodes;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests.Checks;

/// <summary>Logs, outputs and credentials.</summary>
internal static class HygieneChecks
{
    /// <summary>EventBridge writes no log of its own accord; a group that nothing writes to only misleads.</summary>
    public static IEnumerable<string> EveryLogGroupHasAWriter(Stack stack) =>
        stack
            .OfType("AWS::Logs::LogGroup")
            .Where(group => Functions(stack).All(function => LogGroup(function) != group.Id))
            .Select(group => $"Nothing writes to {group.Id}");

    public static IEnumerable<string> EveryFunctionHasALogGroupThatForgets(Stack stack) =>
        Functions(stack)
            .Where(function =>
                LogGroup(function) is not { } group
                || stack.Resources.GetValueOrDefault(group).Text("Properties/RetentionInDays") is null
            )
            .Select(function => $"{function.Id} logs for ever");

    public static IEnumerable<string> NoAuthorizationWithoutCredentials(Stack stack)
    {
        var parameters = stack.Resources["FiretigerConnection"].At("Properties/AuthParameters");
        var given = stack.Parameters["FiretigerUsername"].Length > 0;
        return
            (given && parameters.Text("BasicAuthParameters/Username") == stack.Parameters["FiretigerUsername"])
            || (!given && parameters.Text("ApiKeyAuthParameters/ApiKeyName") == "X-Firetiger-Source")
            ? []
            : ["Requests carry an Authorization that nobody gave, or lack the one that was given"];
    }

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
                && !stack.OfType("AWS::CloudWatch::Dashboard").Any()
            )
            .Select(output => $"{output.Key} links to a dashboard that is not made");

    /// <summary>Ref of a rule on a custom bus is "bus|rule", which no other API takes.</summary>
    public static IEnumerable<string> TheRuleNameIsPlain(Stack stack) =>
        stack.Outputs["EventBridgeRuleName"] == stack.Resources["EcsEventsRule"].Text("Properties/Name")
            ? []
            : ["EventBridgeRuleName is not the name of the rule"];

    private static IEnumerable<(string Id, JsonObject Resource)> Functions(Stack stack) =>
        stack.OfType("AWS::Serverless::Function");

    private static string? LogGroup((string Id, JsonObject Resource) function) =>
        function.Resource.Text("Properties/LoggingConfig/LogGroup");
}
