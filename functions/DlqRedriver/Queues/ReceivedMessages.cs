using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Reporting;

namespace Firetiger.DlqRedriver.Queues;

/// <summary>What is done with received messages in the end: they are hidden, shown again or deleted, ten a request.</summary>
/// <param name="sqs">SQS.</param>
/// <param name="queueUrl">The queue.</param>
/// <param name="time">The clock.</param>
internal sealed class ReceivedMessages(IAmazonSQS sqs, string queueUrl, TimeProvider time)
{
    /// <summary>The requests that hide or show messages at one time: thousands may be shown again before a drain.</summary>
    public const int PagesAtOnce = 8;

    private const int DeleteRounds = 3;

    private static readonly TimeSpan DeletePause = TimeSpan.FromMilliseconds(100);

    // Another run, or a person, has had the message since: it is theirs.
    private static readonly HashSet<string> HandleExpired = new(StringComparer.Ordinal)
    {
        "InvalidParameterValue",
        "MessageNotInflight",
        "ReceiptHandleIsInvalid",
    };

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
        foreach (var pages in letters.Chunk(MessageQueue.PageSize).Chunk(PagesAtOnce))
        {
            hidden += (await Task.WhenAll(pages.Select(page => HidePageAsync(page, log, cancellationToken)))).Sum();
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
        foreach (var page in letters.Chunk(MessageQueue.PageSize))
        {
            deleted += await DeletePageAsync(page, log, cancellationToken);
        }

        return deleted;
    }

    private static string Id(int index) => index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gets a visibility timeout.</summary>
    /// <param name="time">How long.</param>
    /// <returns>Whole seconds, 0 to SQS's 12 hours.</returns>
    public static int Seconds(TimeSpan time) => (int)Math.Ceiling(Math.Clamp(time.TotalSeconds, 0, 43_200));

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

    private async Task<int> DeletePageAsync(
        IReadOnlyList<DeadLetter> page,
        Log log,
        CancellationToken cancellationToken
    )
    {
        var deleted = 0;
        var left = page;
        for (var round = 0; round < DeleteRounds && left.Count > 0; round++)
        {
            await PauseAsync(round * DeletePause, cancellationToken);
            var response = await TryDeleteAsync(left, log, cancellationToken);
            deleted += response?.Successful?.Count ?? 0;
            left = response is null ? left : StillThere(left, response, log);
        }

        return deleted;
    }

    private async Task<DeleteMessageBatchResponse?> TryDeleteAsync(
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
            return await AwsCall.InvokeAsync(
                "DeleteMessageBatch",
                () => sqs.DeleteMessageBatchAsync(queueUrl, [.. entries], cancellationToken)
            );
        }
        catch (AwsCallException fault)
        {
            log.AwsFault(fault);
            return null;
        }
    }

    private static IReadOnlyList<DeadLetter> StillThere(
        IReadOnlyList<DeadLetter> page,
        DeleteMessageBatchResponse response,
        Log log
    )
    {
        var refused = (response.Failed ?? []).Where(entry => !HandleExpired.Contains(entry.Code ?? "")).ToList();
        LogRefused("DeleteMessageBatch", refused, page, log);
        var ids = refused.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        return [.. page.Where((_, index) => ids.Contains(Id(index)))];
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string MessageId(IReadOnlyList<DeadLetter> page, string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < page.Count
            ? page[index].MessageId
            : "";
}
