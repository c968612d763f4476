using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;

namespace Firetiger.DlqRedriver.Queues;

/// <summary>The dead-letter queue or the quarantine queue: look, receive, send.</summary>
/// <param name="sqs">SQS.</param>
/// <param name="queueUrl">The queue.</param>
/// <param name="reader">Reads its messages.</param>
/// <param name="time">The clock.</param>
internal sealed class MessageQueue(IAmazonSQS sqs, string queueUrl, DeadLetterReader reader, TimeProvider time)
{
    /// <summary>The most messages of one receive.</summary>
    public const int PageSize = 10;

    // SQS's longest, and what an answer without it is taken for.
    private const int LongestRetentionSeconds = 1_209_600;

    /// <summary>Gets what can be done with messages once they are received.</summary>
    public ReceivedMessages Received { get; } = new(sqs, queueUrl, time);

    /// <summary>Gets the queue's name.</summary>
    public string Name { get; } = NameIn(queueUrl);

    /// <summary>Gets the name of a queue from its URL.</summary>
    /// <param name="queueUrl">The URL.</param>
    /// <returns>What stands behind its last slash.</returns>
    public static string NameIn(string queueUrl) => queueUrl[(queueUrl.LastIndexOf('/') + 1)..];

    /// <summary>Asks how full the queue is.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its state.</returns>
    /// <exception cref="AwsCallException">SQS failed.</exception>
    public async Task<QueueState> LookAsync(CancellationToken cancellationToken)
    {
        var request = new GetQueueAttributesRequest
        {
            QueueUrl = queueUrl,
            AttributeNames =
            [
                "ApproximateNumberOfMessages",
                "ApproximateNumberOfMessagesNotVisible",
                "MessageRetentionPeriod",
            ],
        };
        var response = await AwsCall.InvokeAsync(
            "GetQueueAttributes",
            () => sqs.GetQueueAttributesAsync(request, cancellationToken)
        );
        var attributes = response.Attributes ?? [];
        return new QueueState(
            Whole(attributes, "ApproximateNumberOfMessages", 0),
            Whole(attributes, "ApproximateNumberOfMessagesNotVisible", 0),
            TimeSpan.FromSeconds(Whole(attributes, "MessageRetentionPeriod", LongestRetentionSeconds))
        );
    }

    /// <summary>Sends a message. A caller that moves one deletes the original afterwards, never before.</summary>
    /// <param name="body">The body.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When SQS has it.</returns>
    /// <exception cref="AwsCallException">SQS does not have it, as far as is known.</exception>
    public async Task SendAsync(
        string body,
        Dictionary<string, MessageAttributeValue> attributes,
        CancellationToken cancellationToken
    )
    {
        var request = new SendMessageRequest
        {
            QueueUrl = queueUrl,
            MessageBody = body,
            MessageAttributes = attributes,
        };
        await AwsCall.InvokeAsync("SendMessage", () => sqs.SendMessageAsync(request, cancellationToken));
    }

    /// <summary>Receives a page, long-polling for a second: a short poll may miss what is there.</summary>
    /// <param name="count">The most messages, 1 to 10.</param>
    /// <param name="hideFor">How long they are this run's, to 12 hours.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The messages; none when the queue has nothing visible.</returns>
    /// <exception cref="AwsCallException">SQS failed.</exception>
    public async Task<IReadOnlyList<DeadLetter>> ReceiveAsync(
        int count,
        TimeSpan hideFor,
        CancellationToken cancellationToken
    )
    {
        var request = new ReceiveMessageRequest
        {
            QueueUrl = queueUrl,
            MaxNumberOfMessages = count,
            WaitTimeSeconds = 1,
            VisibilityTimeout = ReceivedMessages.Seconds(hideFor),
            MessageAttributeNames = ["All"],
            MessageSystemAttributeNames = ["SentTimestamp"],
        };
        var response = await AwsCall.InvokeAsync(
            "ReceiveMessage",
            () => sqs.ReceiveMessageAsync(request, cancellationToken)
        );
        return Read(response.Messages ?? []);
    }

    /// <summary>Reads messages of this queue, whoever received them.</summary>
    /// <param name="messages">As SQS returned them.</param>
    /// <returns>What they are.</returns>
    public IReadOnlyList<DeadLetter> Read(IEnumerable<Message> messages)
    {
        var now = time.GetUtcNow();
        return [.. messages.Select(message => reader.Read(message, now))];
    }

    private static int Whole(Dictionary<string, string> attributes, string name, int fallback) =>
        attributes.TryGetValue(name, out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : fallback;
}
