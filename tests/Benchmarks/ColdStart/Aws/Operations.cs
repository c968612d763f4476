using System.Formats.Cbor;
using System.Text.Json.Nodes;

namespace Firetiger.ColdStart.Aws;

/// <summary>The operations that the functions call, as a healthy account answers them.</summary>
/// <param name="queue">The dead-letter queue; the quarantine queue is empty.</param>
internal sealed class Operations(Queue queue)
{
    private const string Arn = "arn:aws:events:us-east-1:123456789012";

    private int _put;
    private int _calls;

    /// <summary>Gets how many entries were put since the last reset.</summary>
    public int Put => _put;

    /// <summary>Gets how many calls there were since the last reset.</summary>
    public int Calls => _calls;

    /// <summary>Starts to count anew.</summary>
    public void Reset() => (_put, _calls) = (0, 0);

    /// <summary>Answers a call.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="input">Its JSON; empty where it was CBOR, whose input nothing here needs.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NotSupportedException">No function was known to call this.</exception>
    public JsonObject Answer(string operation, JsonObject input)
    {
        Interlocked.Increment(ref _calls);
        return operation switch
        {
            "GetQueueAttributes" => Attributes(input),
            "ReceiveMessage" => new JsonObject
            {
                ["Messages"] = queue.Receive((int?)input["MaxNumberOfMessages"] ?? 1),
            },
            "ChangeMessageVisibilityBatch" => Batch(input, queue.Show),
            "DeleteMessageBatch" => Batch(input, queue.Delete),
            "PutEvents" => PutEvents(input["Entries"]!.AsArray()),
            "TestEventPattern" => new JsonObject { ["Result"] = false },
            "DescribeRule" => new JsonObject
            {
                ["State"] = "ENABLED",
                ["EventPattern"] = """{"source":["firetiger.redrive"],"detail-type":["Dead-Lettered Event"]}""",
            },
            "ListTargetsByRule" => Targets(),
            "DescribeConnection" => new JsonObject { ["ConnectionState"] = "AUTHORIZED" },
            "DescribeApiDestination" => new JsonObject { ["ApiDestinationState"] = "ACTIVE" },
            "GetMetricData" => new JsonObject { ["MetricDataResults"] = new JsonArray(Metrics()) },
            "PutMetricData" => [],
            _ => throw new NotSupportedException($"Nothing answers {operation}."),
        };
    }

    /// <summary>Answers a call of a client that speaks CBOR, as the published CloudWatch client does.</summary>
    /// <param name="operation">Its name.</param>
    /// <returns>The answer.</returns>
    public byte[] AnswerCbor(string operation)
    {
        var results = Answer(operation, [])["MetricDataResults"]?.AsArray();
        var writer = new CborWriter();
        writer.WriteStartMap(results is null ? 0 : 1);
        if (results is not null)
        {
            writer.WriteTextString("MetricDataResults");
            WriteMetrics(writer, results);
        }

        writer.WriteEndMap();
        return writer.Encode();
    }

    private static void WriteMetrics(CborWriter writer, JsonArray results)
    {
        writer.WriteStartArray(results.Count);
        foreach (var result in results)
        {
            writer.WriteStartMap(4);
            writer.WriteTextString("Id");
            writer.WriteTextString((string)result!["Id"]!);
            writer.WriteTextString("StatusCode");
            writer.WriteTextString((string)result["StatusCode"]!);
            writer.WriteTextString("Timestamps");
            writer.WriteStartArray(1);
            writer.WriteUnixTimeSeconds((long)result["Timestamps"]![0]!);
            writer.WriteEndArray();
            writer.WriteTextString("Values");
            writer.WriteStartArray(1);
            writer.WriteDouble((double)result["Values"]![0]!);
            writer.WriteEndArray();
            writer.WriteEndMap();
        }

        writer.WriteEndArray();
    }

    private JsonObject Attributes(JsonObject input)
    {
        var isDeadLetters = ((string)input["QueueUrl"]!).EndsWith(Session.DeadLetterQueue, StringComparison.Ordinal);
        return new JsonObject
        {
            ["Attributes"] = new JsonObject
            {
                ["ApproximateNumberOfMessages"] = $"{(isDeadLetters ? queue.Visible : 0)}",
                ["ApproximateNumberOfMessagesNotVisible"] = "0",
                ["MessageRetentionPeriod"] = "1209600",
            },
        };
    }

    private static JsonObject Batch(JsonObject input, Action<int> act)
    {
        var entries = input["Entries"]!.AsArray();
        act(entries.Count);
        return new JsonObject
        {
            ["Successful"] = new JsonArray([
                .. entries.Select(entry => new JsonObject { ["Id"] = (string)entry!["Id"]! }),
            ]),
            ["Failed"] = new JsonArray(),
        };
    }

    private JsonObject PutEvents(JsonArray entries)
    {
        Interlocked.Add(ref _put, entries.Count);
        return new JsonObject
        {
            ["FailedEntryCount"] = 0,
            ["Entries"] = new JsonArray([
                .. entries.Select(_ => new JsonObject { ["EventId"] = "11710aed-b79e-4468-a20b-bb3c0c3b4860" }),
            ]),
        };
    }

    private static JsonObject Targets() =>
        new()
        {
            ["Targets"] = new JsonArray(
                new JsonObject
                {
                    ["Id"] = "Firetiger",
                    ["Arn"] = $"{Arn}:api-destination/{Session.ApiDestination}/1",
                    ["InputPath"] = "$.detail.event",
                    ["DeadLetterConfig"] = new JsonObject
                    {
                        ["Arn"] = $"arn:aws:sqs:us-east-1:123456789012:{Session.DeadLetterQueue}",
                    },
                }
            ),
        };

    // So many successes that the gate is open for whatever the queue has.
    private static JsonNode[] Metrics() =>
        [
            .. new[] { "redriveAttempts", "redriveSuccesses" }.Select(id => new JsonObject
            {
                ["Id"] = id,
                ["StatusCode"] = "Complete",
                ["Timestamps"] = new JsonArray(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()),
                ["Values"] = new JsonArray(1000.0),
            }),
        ];
}
