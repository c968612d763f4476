using System.Text.Json.Nodes;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests.Checks;

/// <summary>That an event which cannot be delivered reaches its queue, and stays there.</summary>
internal static class DeadLetterChecks
{
    public static IEnumerable<string> EveryTargetHasADeadLetterQueue(Stack stack) =>
        stack
            .Targets.Where(target =>
                stack.Parameters["EnableDeadLetterQueue"] == "true"
                && !DeliveryChecks.IsEventLog(target.Rule)
                && DeadLetterArn(target) is null
            )
            .Select(target => $"A target of {target.Rule} has no dead-letter queue");

    /// <summary>Firetiger gets the same event by another rule; what failed to be logged would come a second time.</summary>
    public static IEnumerable<string> TheEventLogIsNeverRedriven(Stack stack) =>
        stack
            .Targets.Where(target => DeliveryChecks.IsEventLog(target.Rule) && DeadLetterArn(target) is not null)
            .Select(target => $"What {target.Rule} fails to log is sent to Firetiger twice");

    public static IEnumerable<string> QueuePolicyAdmitsEveryRule(Stack stack) =>
        stack
            .Targets.Where(target =>
                DeadLetterArn(target) is { } queue && !Admits(stack, queue, stack.RuleArn(target.Rule))
            )
            .Select(target => $"{DeadLetterArn(target)} does not admit {stack.RuleArn(target.Rule)}");

    public static IEnumerable<string> RulesWaitForTheQueuePolicy(Stack stack) =>
        stack
            .Targets.Where(target =>
                DeadLetterArn(target) is not null && !stack.WaitsFor(target.Rule, "DeadLetterQueuePolicy")
            )
            .Select(target => $"{target.Rule} may be made before the queue takes its events");

    public static IEnumerable<string> QueuesRefusePlainHttp(Stack stack) =>
        stack
            .OfType("AWS::SQS::Queue")
            .Where(queue => !Statements(stack, $"{queue.Id}.Arn").Any(DeniesPlainHttp))
            .Select(queue => $"{queue.Id} can be reached without TLS");

    public static IEnumerable<string> QueuesAreKept(Stack stack) =>
        stack
            .OfType("AWS::SQS::Queue")
            .Where(queue =>
                queue.Resource.Text("DeletionPolicy") != "RetainExceptOnCreate"
                || queue.Resource.Text("UpdateReplacePolicy") != "Retain"
            )
            .Select(queue => $"{queue.Id} goes with the stack, and the events in it");

    public static IEnumerable<string> QueuesAreEncrypted(Stack stack) =>
        stack
            .OfType("AWS::SQS::Queue")
            .Where(queue => queue.Resource.Text("Properties/SqsManagedSseEnabled") != "true")
            .Select(queue => $"{queue.Id} does not say that it is encrypted");

    private static string? DeadLetterArn((string Rule, JsonNode Target) target) =>
        target.Target.Text("DeadLetterConfig/Arn");

    private static bool Admits(Stack stack, string queue, string rule) =>
        Statements(stack, queue)
            .Any(statement =>
                statement.Text("Effect") == "Allow"
                && statement.Text("Principal/Service") == "events.amazonaws.com"
                && statement.Texts("Action").Contains("sqs:SendMessage")
                && statement.Texts("Condition/ArnEquals/aws:SourceArn").Contains(rule)
            );

    private static bool DeniesPlainHttp(JsonNode statement) =>
        statement.Text("Effect") == "Deny"
        && statement.Text("Principal") == "*"
        && statement.Text("Action") == "sqs:*"
        && statement.Text("Condition/Bool/aws:SecureTransport") == "false";

    private static IEnumerable<JsonNode> Statements(Stack stack, string queueArn) =>
        stack
            .OfType("AWS::SQS::QueuePolicy")
            .Where(policy => policy.Resource.Texts("Properties/Queues").Any(queue => $"{queue}.Arn" == queueArn))
            .SelectMany(policy => policy.Resource.Items("Properties/PolicyDocument/Statement"))
            .Where(statement => statement.Text("Resource") == queueArn);
}
