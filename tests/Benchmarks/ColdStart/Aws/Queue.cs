using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Firetiger.ColdStart.Aws;

/// <summary>The dead-letter queue: equal messages that are visible, held or deleted.</summary>
/// <param name="body">The body of each.</param>
/// <param name="now">When they were sent.</param>
internal sealed class Queue(string body, DateTimeOffset now)
{
    private readonly Lock _lock = new();
    private readonly string _md5 = Convert.ToHexStringLower(Hash(body));
    private readonly string _sentAt = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
    private int _visible;
    private int _held;

    /// <summary>Gets how many messages were deleted since the last fill.</summary>
    public int Deleted { get; private set; }

    /// <summary>Gets how many messages can be received.</summary>
    public int Visible => _visible;

    /// <summary>Puts it back to its beginning.</summary>
    /// <param name="count">The messages.</param>
    public void Fill(int count)
    {
        lock (_lock)
        {
            (_visible, _held, Deleted) = (count, 0, 0);
        }
    }

    /// <summary>Answers ReceiveMessage.</summary>
    /// <param name="most">The most messages.</param>
    /// <returns>The messages.</returns>
    public JsonArray Receive(int most)
    {
        int count;
        lock (_lock)
        {
            count = Math.Min(most, _visible);
            (_visible, _held) = (_visible - count, _held + count);
        }

        return [.. Enumerable.Range(0, count).Select(Message)];
    }

    /// <summary>Shows held messages again.</summary>
    /// <param name="count">How many.</param>
    public void Show(int count)
    {
        lock (_lock)
        {
            (_visible, _held) = (_visible + count, _held - count);
        }
    }

    /// <summary>Deletes held messages.</summary>
    /// <param name="count">How many.</param>
    public void Delete(int count)
    {
        lock (_lock)
        {
            (_held, Deleted) = (_held - count, Deleted + count);
        }
    }

    // SQS has no better digest, and the SDKs check it.
#pragma warning disable CA5351, S4790
    private static byte[] Hash(string text) => MD5.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5351, S4790

    private JsonNode Message(int index) =>
        new JsonObject
        {
            ["MessageId"] = $"00000000-0000-0000-0000-{index:D12}",
            ["ReceiptHandle"] = $"AQEB{index:D12}",
            ["MD5OfBody"] = _md5,
            ["Body"] = body,
            ["Attributes"] = new JsonObject { ["SentTimestamp"] = _sentAt },
            ["MessageAttributes"] = new JsonObject
            {
                ["RULE_ARN"] = Text("arn:aws:events:us-east-1:123456789012:rule/firetiger-ecs"),
                ["TARGET_ARN"] = Text("arn:aws:events:us-east-1:123456789012:api-destination/firetiger/1"),
                ["ERROR_CODE"] = Text("SDK_CLIENT_ERROR"),
                ["ERROR_MESSAGE"] = Text("Unable to invoke ApiDestination endpoint: HTTP status 503"),
                ["EXHAUSTED_RETRY_CONDITION"] = Text("MaximumRetryAttempts"),
                ["RETRY_ATTEMPTS"] = Text("185"),
            },
        };

    private static JsonObject Text(string value) => new() { ["DataType"] = "String", ["StringValue"] = value };
}
