using System.Globalization;
using System.Text.Json.Nodes;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests.Checks;

/// <summary>How events are sent, live and again.</summary>
internal static class DeliveryChecks
{
    public static IEnumerable<string> EveryTargetRetries(Stack stack) =>
        stack
            .Targets.Where(target => Number(target.Target, "RetryPolicy/MaximumRetryAttempts") is null or < 1)
            .Select(target => $"A failed call ends delivery by {target.Rule}");

    public static IEnumerable<string> CopiesAreSettledBeforeTheNextDecision(Stack stack)
    {
        var interval = int.Parse(stack.Parameters["RedriveIntervalMinutes"], CultureInfo.InvariantCulture) * 60;
        var expected = Math.Max(900, 3 * interval);
        return stack
            .Targets.Where(target =>
                target.Rule == "RedriveRule"
                && Number(target.Target, "RetryPolicy/MaximumEventAgeInSeconds") != expected
            )
            .Select(target => $"{target.Rule} does not give up after {expected} s");
    }

    public static IEnumerable<string> RedrivenEventsLeaveTheirEnvelope(Stack stack) =>
        stack
            .Targets.Where(target =>
                target.Rule == "RedriveRule" && target.Target.Text("InputPath") != "$.detail.event"
            )
            .Select(target => $"{target.Rule} sends the envelope");

    /// <summary>The rule that only writes a log.</summary>
    public static bool IsEventLog(string rule) => rule == "EventLogRule";

    /// <summary>
    /// EventBridge counts attempts per rule. With a second target, what that one took would look like events that
    /// Firetiger took, to the alarms and to the redrive's gate.
    /// </summary>
    public static IEnumerable<string> EveryRuleHasOneTarget(Stack stack) =>
        stack
            .OfType("AWS::Events::Rule")
            .Where(rule => rule.Resource.Items("Properties/Targets").Count != 1)
            .Select(rule => $"The metrics of {rule.Id} mix its targets");

    public static IEnumerable<string> TheEventLogTakesWhatIsSent(Stack stack) =>
        stack
            .OfType("AWS::Events::Rule")
            .Where(rule => IsEventLog(rule.Id))
            .Where(rule =>
                rule.Resource.Text("Properties/EventPattern")
                    != stack.Resources["EcsEventsRule"].Text("Properties/EventPattern")
                || rule.Resource.Text("Properties/EventBusName")
                    != stack.Resources["EcsEventsRule"].Text("Properties/EventBusName")
            )
            .Select(rule => $"{rule.Id} logs other events than are sent");

    public static IEnumerable<string> RedrivenEventsGoWhereLiveOnesGo(Stack stack) =>
        stack
            .Targets.Where(target =>
                !IsEventLog(target.Rule)
                && (
                    target.Target.Text("Arn") != "FiretigerApiDestination.Arn"
                    || target.Target.Text("RoleArn") != "InvokeDestinationRole.Arn"
                )
            )
            .Select(target => $"{target.Rule} has a target of its own");

    public static IEnumerable<string> NoHeaderThatEventBridgeDrops(Stack stack) =>
        stack
            .Targets.SelectMany(target => target.Target.Keys("HttpParameters/HeaderParameters"))
            .Where(header => header is "User-Agent" or "Content-Type")
            .Select(header => $"{header} cannot be set or loses its charset");

    public static IEnumerable<string> RunsDoNotOverlap(Stack stack) =>
        stack
            .OfType("AWS::Serverless::Function")
            .Where(function =>
                function.Id == "DlqRedriverFunction" && Number(function.Resource, "Properties/Timeout") >= 120
            )
            .Select(function => $"{function.Id} may run longer than the shortest interval");

    private static int? Number(JsonNode node, string path) =>
        node.Text(path) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
