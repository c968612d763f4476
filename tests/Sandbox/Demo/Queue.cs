using System.Globalization;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Demo;

/// <summary>A queue as an operator looks at it.</summary>
internal sealed class Queue(SandboxHost sandbox, string url)
{
    private const int LargestReceive = 10;

    /// <summary>Counts the messages, visible and in flight.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The count.</returns>
    public async Task<int> DepthAsync(CancellationToken cancellationToken)
    {
        var all = new JsonObject { ["AttributeNames"] = new JsonArray("All") };
        var attributes = (await CallAsync("GetQueueAttributes", all, cancellationToken))["Attributes"]!;
        return Count(attributes, "ApproximateNumberOfMessages")
            + Count(attributes, "ApproximateNumberOfMessagesNotVisible");
    }

    /// <summary>Looks at visible messages without hiding them from the redriver, and counts them by the reason EventBridge gives.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>A line for each reason, the most frequent first.</returns>
    public async Task<IReadOnlyList<string>> ReasonsAsync(CancellationToken cancellationToken)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var calls = await DepthAsync(cancellationToken); calls > 0; calls--)
        {
            var look = new JsonObject
            {
                ["MaxNumberOfMessages"] = LargestReceive,
                ["VisibilityTimeout"] = 0,
                ["MessageAttributeNames"] = new JsonArray("All"),
            };
            foreach (
                var message in (await CallAsync("ReceiveMessage", look, cancellationToken))["Messages"]?.AsArray() ?? []
            )
            {
                reasons[message!["MessageId"]!.GetValue<string>()] = Reason(message["MessageAttributes"]);
            }
        }

        return ReasonCounts.Lines(reasons.Values);
    }

    private static string Reason(JsonNode? attributes)
    {
        string Value(string name, string absent) => attributes?[name]?["StringValue"]?.GetValue<string>() ?? absent;
        var exhausted = Value("EXHAUSTED_RETRY_CONDITION", "not retried");
        return $"{Value("ERROR_CODE", "?")}: {Value("ERROR_MESSAGE", "?")} ({exhausted}, {Value("RETRY_ATTEMPTS", "0")} retries)";
    }

    private static int Count(JsonNode attributes, string name) =>
        int.Parse(attributes[name]!.GetValue<string>(), CultureInfo.InvariantCulture);

    private Task<JsonObject> CallAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        input["QueueUrl"] = url;
        return sandbox.Context.Aws.CallAsync(new Principal.Administrator(), "sqs", operation, input, cancellationToken);
    }
}
