using System.Globalization;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>Puts what could not be delivered into the target's dead-letter queue.</summary>
internal sealed class DeadLetterSender(SandboxContext context)
{
    /// <summary>Sends one event. Only the queue's own policy can allow it: the target's role has no part in this.</summary>
    /// <param name="invocation">What failed.</param>
    /// <param name="failure">Why.</param>
    /// <param name="retries">The attempts after the first.</param>
    /// <param name="exhausted">Which limit of the retry policy ended it; <see langword="null"/> if it was not retried.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns><see langword="null"/>, or why the event is lost.</returns>
    public async Task<string?> SendAsync(
        Invocation invocation,
        InvocationResult.Failed failure,
        int retries,
        string? exhausted,
        CancellationToken cancellationToken
    )
    {
        if (invocation.Target.DeadLetterQueueArn is not { } queueArn)
        {
            return "the target has no dead-letter queue";
        }

        var input = new JsonObject
        {
            ["QueueUrl"] = QueueUrl.Of(queueArn, context.Endpoint),
            ["MessageBody"] =
                context.Options.DeadLetterBody == DeadLetterBody.Matched ? invocation.Event.Json : invocation.Body,
            ["MessageAttributes"] = Attributes(invocation, failure, retries, exhausted),
        };
        var service = new Principal.Service(TargetRole.ServiceName, invocation.Rule.Arn);
        try
        {
            await context.Aws.CallAsync(service, "sqs", "SendMessage", input, cancellationToken);
            return null;
        }
        catch (AwsException refused)
        {
            return $"the dead-letter queue refused it: {refused.Code}: {refused.Message}";
        }
    }

    private static JsonObject Attributes(
        Invocation invocation,
        InvocationResult.Failed failure,
        int retries,
        string? exhausted
    )
    {
        var attributes = new JsonObject
        {
            ["RULE_ARN"] = Text(invocation.Rule.Arn),
            ["TARGET_ARN"] = Text(invocation.Target.Arn),
            ["ERROR_CODE"] = Text(failure.Code),
            ["ERROR_MESSAGE"] = Text(failure.Message),
            ["RETRY_ATTEMPTS"] = Text(retries.ToString(CultureInfo.InvariantCulture)),
        };
        if (exhausted is not null)
        {
            attributes["EXHAUSTED_RETRY_CONDITION"] = Text(exhausted);
        }

        return attributes;
    }

    private static JsonObject Text(string value) => new() { ["DataType"] = "String", ["StringValue"] = value };
}
