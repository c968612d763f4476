using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Lambda;

/// <summary>Writes a received message as the record of a Lambda event.</summary>
internal static class SqsRecord
{
    /// <summary>Makes the record.</summary>
    /// <param name="message">A message of ReceiveMessage.</param>
    /// <param name="queueArn">Its queue.</param>
    /// <returns>The record.</returns>
    public static JsonNode From(JsonObject message, string queueArn)
    {
        var attributes = new JsonObject();
        foreach (var (name, value) in message["MessageAttributes"] as JsonObject ?? [])
        {
            attributes[name] = Attribute(value!.AsObject());
        }

        return new JsonObject
        {
            ["messageId"] = message.Text("MessageId"),
            ["receiptHandle"] = message.Text("ReceiptHandle"),
            ["body"] = message.Text("Body"),
            ["attributes"] = message["Attributes"]?.DeepClone() ?? new JsonObject(),
            ["messageAttributes"] = attributes,
            ["md5OfBody"] = message.Text("MD5OfBody"),
            ["eventSource"] = "aws:sqs",
            ["eventSourceARN"] = queueArn,
            ["awsRegion"] = Account.Region,
        };
    }

    private static JsonObject Attribute(JsonObject attribute)
    {
        var record = new JsonObject
        {
            ["stringListValues"] = new JsonArray(),
            ["binaryListValues"] = new JsonArray(),
            ["dataType"] = attribute.Text("DataType"),
        };
        if (attribute.Text("StringValue") is { } text)
        {
            record["stringValue"] = text;
        }

        if (attribute.Text("BinaryValue") is { } base64)
        {
            record["binaryValue"] = base64;
        }

        return record;
    }
}
