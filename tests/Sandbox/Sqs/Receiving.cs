using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Sqs;

/// <summary>ReceiveMessage.</summary>
internal static class Receiving
{
    private const int LongestVisibility = 43_200;
    private const int LongestWait = 20;

    public static async Task<JsonObject> RunAsync(Queue queue, JsonObject input, CancellationToken cancellationToken)
    {
        var received = await queue.ReceiveAsync(
            Within(input, "MaxNumberOfMessages", 1, Batch.MaximumEntries) ?? 1,
            Within(input, "VisibilityTimeout", 0, LongestVisibility) is { } hidden
                ? TimeSpan.FromSeconds(hidden)
                : queue.Settings.Visibility,
            Within(input, "WaitTimeSeconds", 0, LongestWait) is { } wait
                ? TimeSpan.FromSeconds(wait)
                : queue.Settings.Wait,
            cancellationToken
        );
        return received.Count == 0
            ? []
            : new JsonObject { ["Messages"] = new JsonArray([.. received.Select(message => View(message, input))]) };
    }

    public static int? Within(JsonObject input, string name, int least, int most) =>
        input.Whole(name) switch
        {
            { } value when value < least || value > most => throw SqsErrors.InvalidValue(
                $"{value}",
                name,
                $"Must be between {least} and {most}, if provided."
            ),
            var value => value,
        };

    private static JsonObject View(ReceivedMessage received, JsonObject input)
    {
        var message = received.Message;
        var view = new JsonObject
        {
            ["MessageId"] = message.Id,
            ["ReceiptHandle"] = received.ReceiptHandle,
            ["MD5OfBody"] = MessageAttributes.Md5(Encoding.UTF8.GetBytes(message.Body)),
            ["Body"] = message.Body,
        };
        string[] wanted = [.. input.Texts("AttributeNames"), .. input.Texts("MessageSystemAttributeNames")];
        var system = SystemAttributes(received).Where(a => wanted.Contains("All") || wanted.Contains(a.Key)).ToArray();
        if (system.Length > 0)
        {
            view["Attributes"] = new JsonObject(system);
        }

        var attributes = MessageAttributes.Pick(message.Attributes, input.Texts("MessageAttributeNames"));
        if (attributes.Count > 0)
        {
            view["MD5OfMessageAttributes"] = MessageAttributes.Md5(attributes);
            view["MessageAttributes"] = attributes;
        }

        return view;
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> SystemAttributes(ReceivedMessage received) =>
        [
            new("SenderId", received.Message.SenderId),
            new("SentTimestamp", Milliseconds(received.Message.SentAt)),
            new("ApproximateReceiveCount", received.ReceiveCount.ToString(CultureInfo.InvariantCulture)),
            new("ApproximateFirstReceiveTimestamp", Milliseconds(received.FirstReceivedAt)),
            .. received.Message.SystemAttributes.Select(attribute => new KeyValuePair<string, JsonNode?>(
                attribute.Key,
                attribute.Value!["StringValue"]!.DeepClone()
            )),
        ];

    private static string Milliseconds(DateTimeOffset time) =>
        time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
