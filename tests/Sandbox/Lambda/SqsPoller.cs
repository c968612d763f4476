using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Lambda;

/// <summary>
/// Lambda's poller of one queue: receives with the rights of the function's role, invokes, and deletes what the function
/// did not report as failed. It has one loop where Lambda has five and more, and does not wait for fuller batches.
/// </summary>
/// <param name="context">The sandbox.</param>
/// <param name="mapping">The queue and the batch.</param>
/// <param name="function">The function.</param>
internal sealed class SqsPoller(SandboxContext context, EventSourceMapping mapping, LambdaFunction function)
{
    private static readonly TimeSpan PauseAfterError = TimeSpan.FromSeconds(1);

    private Principal Role => new Principal.Role(function.Settings.RoleName, function.Name);

    /// <summary>Polls until cancelled.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The running loop.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await PollAsync(cancellationToken);
            }
            catch (AwsException e)
            {
                function.Log.Add($"Event source mapping: {e.Code}: {e.Message}");
                await Task.Delay(PauseAfterError, context.Clock.Time, cancellationToken);
            }
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        // Lambda knows the queue without asking: the role needs no permission for it.
        var queue = await context.Aws.CallAsync(
            new Principal.Administrator(),
            "sqs",
            "GetQueueUrl",
            new JsonObject { ["QueueName"] = mapping.QueueName },
            cancellationToken
        );
        var url = queue.RequiredText("QueueUrl");
        var received = await SqsAsync("ReceiveMessage", Receive(url), cancellationToken);
        var messages = received.Items("Messages").Select(message => message.AsObject()).ToList();
        if (messages.Count == 0)
        {
            return;
        }

        var records = new JsonArray([.. messages.Select(message => SqsRecord.From(message, mapping.EventSourceArn))]);
        var payload = Encoding.UTF8.GetBytes(new JsonObject { ["Records"] = records }.ToJsonString());
        var result = await function.Runtime.InvokeAsync(payload, cancellationToken);
        var failed = Failed(result);
        foreach (
            var message in messages.Where(message => failed is not null && !failed.Contains(message.Text("MessageId")!))
        )
        {
            await SqsAsync(
                "DeleteMessage",
                new JsonObject { ["QueueUrl"] = url, ["ReceiptHandle"] = message.Text("ReceiptHandle") },
                cancellationToken
            );
        }
    }

    private JsonObject Receive(string url) =>
        new()
        {
            ["QueueUrl"] = url,
            ["MaxNumberOfMessages"] = Math.Min(10, mapping.BatchSize),
            ["WaitTimeSeconds"] = 20,
            ["MessageSystemAttributeNames"] = new JsonArray("All"),
            ["MessageAttributeNames"] = new JsonArray("All"),
        };

    /// <summary>Reads which messages failed.</summary>
    /// <returns>Their ids; null when the whole batch did, as it does for an answer that names a message it was not given.</returns>
    private HashSet<string>? Failed(InvocationResult result)
    {
        if (result.FunctionError is not null)
        {
            return null;
        }

        try
        {
            var answer = mapping.ReportsItemFailures ? JsonNode.Parse(result.Payload) as JsonObject : null;
            var ids = (answer ?? []).Items("batchItemFailures").Select(item => item["itemIdentifier"]?.ToString());
            var failed = ids.ToList();
            return failed.Exists(string.IsNullOrEmpty) ? null : [.. failed.OfType<string>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task<JsonObject> SqsAsync(string operation, JsonObject input, CancellationToken cancellationToken) =>
        context.Aws.CallAsync(Role, "sqs", operation, input, cancellationToken);
}
