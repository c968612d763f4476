using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Reporting;

namespace Firetiger.DlqRedriver.Queues;

/// <summary>The dead-letter queue: receive, hide, delete.</summary>
/// <param name="sqs">SQS.</param>
/// <param name="queueUrl">The queue.</param>
/// <param name="reader">Reads its messages.</param>
/// <param name="time">The clock.</param>
internal sealed class DeadLetterQueue(IAmazonSQS sqs, string queueUrl, DeadLetterReader reader, TimeProvider time)
{
    private const int DeleteRounds = 3;

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
            VisibilityTimeout = Seconds(hideFor),
            MessageAttributeNames = ["All"],
            MessageSystemAttributeNames = ["SentTimestamp"],
        };
        var response = await AwsCall.InvokeAsync(
            "ReceiveMessage",
            () => sqs.ReceiveMessageAsync(request, cancellationToken)
        );
        var now = time.GetUtcNow();
        return [.. (response.Messages ?? []).Select(message => reader.Read(message, now))];
    }

    /// <summary>Hides messages; one that cannot be hidden only comes back sooner.</summary>
    /// <param name="letters">The messages, any number, with how long; zero shows them again.</param>
    /// <param name="log">Where failures are told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many are hidden, or shown.</returns>
    public async Task<int> HideAsync(
        IEnumerable<(DeadLetter Letter, TimeSpan For)> letters,
        Log log,
        CancellationToken cancellationToken
    )
    {
        var hidden = 0;
        foreach (var page in letters.Chunk(10))
        {
            hidden += await HidePageAsync(page, log, cancellationToken);
        }

        return hidden;
    }

    /// <summary>Deletes messages whose events are safe elsewhere. One that cannot be deleted is delivered once more.</summary>
    /// <param name="letters">The messages, any number.</param>
    /// <param name="log">Where failures are told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many are deleted.</returns>
    public async Task<int> DeleteAsync(
        IReadOnlyCollection<DeadLetter> letters,
        Log log,
        CancellationToken cancellationToken
    )
    {
        var deleted = 0;
        foreach (var page in letters.Chunk(10))
        {
            IReadOnlyList<DeadLetter> left = page;
            for (var round = 0; round < DeleteRounds && left.Count > 0; round++)
            {
                left = await DeletePageAsync(left, log, cancellationToken);
            }

            deleted += page.Length - left.Count;
        }

        return deleted;
    }

    private static string Id(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(Math.Clamp(time.TotalSeconds, 0, 43_200));

    private async Task<int> HidePageAsync(
        IReadOnlyList<(DeadLetter Letter, TimeSpan For)> page,
        Log log,
        CancellationToken cancellationToken
    )
    {
        var entries = page.Select(
            (hide, index) =>
                new ChangeMessageVisibilityBatchRequestEntry(Id(index), hide.Letter.ReceiptHandle)
                {
                    VisibilityTimeout = Seconds(hide.For),
                }
        );
        try
        {
            var response = await AwsCall.InvokeAsync(
                "ChangeMessageVisibilityBatch",
                () => sqs.ChangeMessageVisibilityBatchAsync(queueUrl, [.. entries], cancellationToken)
            );
            LogRefused("ChangeMessageVisibilityBatch", response.Failed, [.. page.Select(hide => hide.Letter)], log);
            return response.Successful?.Count ?? 0;
        }
        catch (AwsCallException fault)
        {
            log.AwsFault(fault);
            return 0;
        }
    }

    private static void LogRefused(
        string operation,
        IEnumerable<BatchResultErrorEntry>? refused,
        IReadOnlyList<DeadLetter> page,
        Log log
    )
    {
        foreach (var entry in refused ?? [])
        {
            log.MessageRefused(operation, entry.Code ?? "NoErrorCode", MessageId(page, entry.Id));
        }
    }

    // Returns those that are still there.
    private async Task<IReadOnlyList<DeadLetter>> DeletePageAsync(
        IReadOnlyList<DeadLetter> page,
        Log log,
        CancellationToken cancellationToken
    )
    {
        var entries = page.Select(
            (letter, index) => new DeleteMessageBatchRequestEntry(Id(index), letter.ReceiptHandle)
        );
        try
        {
            var response = await AwsCall.InvokeAsync(
                "DeleteMessageBatch",
                () => sqs.DeleteMessageBatchAsync(queueUrl, [.. entries], cancellationToken)
            );
            var gone = (response.Successful ?? []).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
            LogRefused("DeleteMessageBatch", response.Failed, page, log);
            return [.. page.Where((_, index) => !gone.Contains(Id(index)))];
        }
        catch (AwsCallException fault)
        {
            log.AwsFault(fault);
            return page;
        }
    }

    private static string MessageId(IReadOnlyList<DeadLetter> page, string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < page.Count
            ? page[index].MessageId
            : "";
}
