using System.Text.Json.Nodes;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests.Checks;

/// <summary>That alarms and dashboard look at metrics which this stack makes, under the dimensions that they have.</summary>
internal static class MetricChecks
{
    /// <summary>What the redrive puts; docs/operations.md has the list.</summary>
    private static readonly HashSet<string> Ours =
    [
        "Redriven",
        "Probed",
        "Quarantined",
        "Waiting",
        "Renewed",
        "Failed",
        "OldestMessageAgeSeconds",
        "RunSeconds",
        "GateState",
        "RouteState",
    ];

    /// <summary>EventBridge's names, which CloudWatch compares with their case.</summary>
    private static readonly HashSet<string> OfRules =
    [
        "MatchedEvents",
        "InvocationAttempts",
        "SuccessfulInvocationAttempts",
        "FailedInvocations",
        "InvocationsSentToDlq",
        "InvocationsFailedToBeSentToDlq",
    ];

    public static IEnumerable<string> MetricsAreThisStacks(Stack stack) =>
        MetricReading
            .In(stack)
            .Where(metric => !IsKnown(stack, metric))
            .Select(metric => $"{metric.Reader} looks at {metric}, which nothing here makes");

    /// <summary>On the default bus a rule's metrics have no bus in them; on any other they have.</summary>
    private static bool IsKnown(Stack stack, MetricReading metric) =>
        metric.Namespace switch
        {
            "Firetiger/EcsEvents" => Ours.Contains(metric.Name)
                && metric.Has(("StackName", stack.Parameters["AWS::StackName"])),
            "AWS/Events" => OfRules.Contains(metric.Name)
                && stack.OfType("AWS::Events::Rule").Any(rule => metric.Has(DimensionsOf(rule.Resource))),
            "AWS/SQS" => stack
                .OfType("AWS::SQS::Queue")
                .Any(queue => metric.Has(("QueueName", $"{queue.Id}.QueueName"))),
            "AWS/Lambda" => stack
                .OfType("AWS::Serverless::Function")
                .Any(function => metric.Has(("FunctionName", function.Id))),
            _ => false,
        };

    private static (string, string)[] DimensionsOf(JsonObject rule) =>
        rule.Text("Properties/EventBusName") is { } bus and not "default"
            ? [("RuleName", rule.Text("Properties/Name") ?? ""), ("EventBusName", bus)]
            : [("RuleName", rule.Text("Properties/Name") ?? "")];
}
