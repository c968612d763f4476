using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Firetiger.DlqRedriver.Tests.Fakes;

/// <summary>The operations of SQS that a run uses, on two queues, with the checksums that the SDK verifies.</summary>
internal sealed class FakeSqs
{
    public const string DeadLetters = "dead-letters";

    public const string Quarantine = "quarantine";

    private readonly Dictionary<string, List<FakeMessage>> _queues = new(StringComparer.Ordinal)
    {
        [DeadLetters] = [],
        [Quarantine] = [],
    };

    /// <summary>Gets or sets the queues' clock.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Gets the operations called, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Gets or sets what happens before messages are received.</summary>
    public Action BeforeReceive { get; set; } = () => { };

    /// <summary>Gets or sets what makes SendMessage fail.</summary>
    public bool RefusesSends { get; set; }

    /// <summary>Gets or sets a value indicating whether the entries of ChangeMessageVisibilityBatch that hide a message fail.</summary>
    public bool RefusesHides { get; set; }

    /// <summary>Gets or sets the code of an entry that fails.</summary>
    public string BatchErrorCode { get; set; } = "InternalError";

    /// <summary>Gets or sets how many messages that are not here are in flight.</summary>
    public int InFlightOfOthers { get; set; }

    /// <summary>Gets or sets how many entries of DeleteMessageBatch still fail.</summary>
    public int FailingDeletes { get; set; }

    /// <summary>Gets or sets the queue whose attributes SQS does not tell, or null.</summary>
    public string? Untold { get; set; }

    /// <summary>Gets or sets how long both queues keep a message, in seconds.</summary>
    public int RetentionSeconds { get; set; } = 1_209_600;

    public IReadOnlyList<FakeMessage> InQueue(string queue) => _queues[queue];

    public void Add(FakeMessage message, string queue = DeadLetters) => _queues[queue].Add(message);

    /// <summary>Polls the dead-letter queue as Lambda's event source mapping does.</summary>
    /// <returns>The payload of an invocation.</returns>
    public string Poll()
    {
        lock (_queues)
        {
            var records = _queues[DeadLetters].Where(message => message.HiddenFor is null).Take(10).Select(Record);
            return new JsonObject { ["Records"] = new JsonArray([.. records.ToList()]) }.ToJsonString();
        }
    }

    /// <summary>Answers one operation.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="request">Its members.</param>
    /// <returns>The answer, or null for a fault of the service.</returns>
    /// <exception cref="NotSupportedException">The operation is not faked.</exception>
    public JsonObject? Answer(string operation, JsonObject request)
    {
        lock (_queues)
        {
            Calls.Add(operation);
            var name = ((string)request["QueueUrl"]!).Split('/')[^1];
            var queue = _queues[name];
            return operation switch
            {
                "GetQueueAttributes" when string.Equals(name, Untold, StringComparison.Ordinal) => null,
                "GetQueueAttributes" => Attributes(queue),
                "ReceiveMessage" => Receive(queue, request),
                "ChangeMessageVisibilityBatch" => Batch(
                    request,
                    entry => !(RefusesHides && Seconds(entry) > 0) && Hide(queue, entry)
                ),
                "DeleteMessageBatch" => Batch(request, entry => Delete(queue, entry)),
                "SendMessage" => RefusesSends ? null : Send(queue, request),
                _ => throw new NotSupportedException(operation),
            };
        }
    }

    private JsonObject Attributes(List<FakeMessage> queue) =>
        new()
        {
            ["Attributes"] = new JsonObject
            {
                ["ApproximateNumberOfMessages"] = $"{queue.Count(message => message.HiddenFor is null)}",
                ["ApproximateNumberOfMessagesNotVisible"] =
                    $"{InFlightOfOthers + queue.Count(message => message.HiddenFor is not null)}",
                ["MessageRetentionPeriod"] = $"{RetentionSeconds}",
            },
        };

    private JsonObject Receive(List<FakeMessage> queue, JsonObject request)
    {
        BeforeReceive();
        var page = queue
            .Where(message => message.HiddenFor is null)
            .Take((int)request["MaxNumberOfMessages"]!)
            .ToList();
        foreach (var message in page)
        {
            message.HiddenFor = (int)request["VisibilityTimeout"]!;
        }

        return page.Count == 0 ? [] : new JsonObject { ["Messages"] = new JsonArray([.. page.Select(Json)]) };
    }

    private static JsonNode Json(FakeMessage message) =>
        new JsonObject
        {
            ["MessageId"] = message.Id,
            ["ReceiptHandle"] = message.Id,
            ["Body"] = message.Body,
            ["MD5OfBody"] = Md5(Encoding.UTF8.GetBytes(message.Body)),
            ["MD5OfMessageAttributes"] = Md5OfAttributes(message.Attributes),
            ["Attributes"] = new JsonObject { ["SentTimestamp"] = $"{message.SentAt.ToUnixTimeMilliseconds()}" },
            ["MessageAttributes"] = new JsonObject(
                message.Attributes.Select(pair =>
                    KeyValuePair.Create(
                        pair.Key,
                        (JsonNode?)new JsonObject { ["DataType"] = "String", ["StringValue"] = pair.Value }
                    )
                )
            ),
        };

    private static JsonNode Record(FakeMessage message)
    {
        message.HiddenFor = 120;
        return new JsonObject
        {
            ["messageId"] = message.Id,
            ["receiptHandle"] = message.Id,
            ["body"] = message.Body,
            ["attributes"] = new JsonObject { ["SentTimestamp"] = $"{message.SentAt.ToUnixTimeMilliseconds()}" },
            ["messageAttributes"] = new JsonObject(
                message.Attributes.Select(pair =>
                    KeyValuePair.Create(
                        pair.Key,
                        (JsonNode?)
                            new JsonObject
                            {
                                ["stringValue"] = pair.Value,
                                ["stringListValues"] = new JsonArray(),
                                ["binaryListValues"] = new JsonArray(),
                                ["dataType"] = "String",
                            }
                    )
                )
            ),
            ["eventSource"] = "aws:sqs",
            ["eventSourceARN"] = "arn:aws:sqs:us-east-1:123456789012:dead-letters",
            ["awsRegion"] = "us-east-1",
        };
    }

    private JsonObject Batch(JsonObject request, Func<JsonObject, bool> act)
    {
        var entries = request["Entries"]!.AsArray().Select(entry => entry!.AsObject()).ToLookup(act);
        return new JsonObject
        {
            ["Successful"] = new JsonArray([
                .. entries[true].Select(entry => new JsonObject { ["Id"] = (string)entry["Id"]! }),
            ]),
            ["Failed"] = new JsonArray([
                .. entries[false]
                    .Select(entry => new JsonObject
                    {
                        ["Id"] = (string)entry["Id"]!,
                        ["Code"] = BatchErrorCode,
                        ["SenderFault"] = false,
                    }),
            ]),
        };
    }

    private static int Seconds(JsonObject entry) => (int)entry["VisibilityTimeout"]!;

    private static bool Hide(List<FakeMessage> queue, JsonObject entry)
    {
        var seconds = Seconds(entry);
        queue.Find(message => Is(message, entry))!.HiddenFor = seconds == 0 ? null : seconds;
        return true;
    }

    private JsonObject Send(List<FakeMessage> queue, JsonObject request)
    {
        var message = new FakeMessage
        {
            Id = $"sent-{queue.Count}",
            Body = (string)request["MessageBody"]!,
            SentAt = Time.GetUtcNow(),
            Attributes = request["MessageAttributes"]!
                .AsObject()
                .ToDictionary(pair => pair.Key, pair => (string)pair.Value!["StringValue"]!, StringComparer.Ordinal),
        };
        queue.Add(message);
        return new JsonObject
        {
            ["MessageId"] = message.Id,
            ["MD5OfMessageBody"] = Md5(Encoding.UTF8.GetBytes(message.Body)),
            ["MD5OfMessageAttributes"] = Md5OfAttributes(message.Attributes),
        };
    }

    private static bool Is(FakeMessage message, JsonObject entry) =>
        string.Equals(message.Id, (string?)entry["ReceiptHandle"], StringComparison.Ordinal);

    private bool Delete(List<FakeMessage> queue, JsonObject entry)
    {
        if (FailingDeletes > 0)
        {
            FailingDeletes--;
            return false;
        }

        return queue.RemoveAll(message => Is(message, entry)) == 1;
    }

    // "Calculating the MD5 message digest for message attributes" in the SQS developer guide; 1 marks a string.
    private static string Md5OfAttributes(IReadOnlyDictionary<string, string> attributes)
    {
        using var bytes = new MemoryStream();
        foreach (var (name, value) in attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            WriteText(bytes, name);
            WriteText(bytes, "String");
            bytes.WriteByte(1);
            WriteText(bytes, value);
        }

        return Md5(bytes.ToArray());
    }

    private static void WriteText(Stream stream, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        stream.Write(length);
        stream.Write(bytes);
    }

#pragma warning disable CA5351 // SQS's own checksum.
    private static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
