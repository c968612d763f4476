using System.Text;
using Amazon.SQS.Model;
using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Requests;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>
/// Sends quarantined events back to the dead-letter queue, unwrapped and with their attempts and age at zero. A message is deleted
/// only after the dead-letter queue has its event.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="request">What is asked for.</param>
internal sealed class ReleaseRun(RunContext run, ReleaseRequest request)
{
    private readonly HeldMessages _held = new(run, run.Redriver.Quarantine);

    /// <summary>Releases.</summary>
    /// <returns>Why it ended.</returns>
    /// <exception cref="AwsCallException">SQS failed as a whole.</exception>
    public async Task<StopReason> ExecuteAsync()
    {
        try
        {
            while (true)
            {
                if (Ended() is { } reason)
                {
                    return reason;
                }

                var page = await run.Redriver.Quarantine.ReceiveAsync(
                    PageSize(),
                    run.Deadline.Ownership,
                    run.Deadline.Sends
                );
                if (page.Count == 0)
                {
                    return StopReason.QueueEmpty;
                }

                await TakeAsync(page);
            }
        }
        finally
        {
            await _held.ShowAsync();
        }
    }

    private StopReason? Ended()
    {
        if (run.Deadline.IsNear)
        {
            return StopReason.TimeIsUp;
        }

        if (run.Tally.Failed >= RunLimits.MostFailed)
        {
            return StopReason.TooManyFailures;
        }

        if (run.Tally.Received - run.Tally.Skipped >= request.MaxMessages)
        {
            return StopReason.MaxMessages;
        }

        return _held.Count >= RunLimits.MostHeld ? StopReason.TooManySkipped : null;
    }

    private int PageSize() =>
        Math.Min(MessageQueue.PageSize, (request.MaxMessages ?? int.MaxValue) - run.Tally.Received + run.Tally.Skipped);

    private async Task TakeAsync(IReadOnlyList<DeadLetter> page)
    {
        run.Tally.Received += page.Count;
        run.Tally.Saw(page, run.Now);
        var chosen = page.Where(IsChosen).ToList();
        run.Tally.Skipped += page.Count - chosen.Count;
        run.Tally.InVain += page.Count(letter => request.Includes(letter.QuarantineReason) && !IsWorth(letter));
        _held.Hold(page.Except(chosen));
        if (request.DryRun)
        {
            _held.Hold(chosen);
            run.Tally.Released += chosen.Count;
            return;
        }

        await ReleaseAsync(chosen);
    }

    private bool IsChosen(DeadLetter letter) => request.Includes(letter.QuarantineReason) && IsWorth(letter);

    private bool IsWorth(DeadLetter letter) => request.Force || !ReleasePolicy.IsInVain(letter);

    private async Task ReleaseAsync(List<DeadLetter> letters)
    {
        var released = await new Transfer(run, run.Redriver.Quarantine, run.Redriver.DeadLetters).MoveAsync(
            letters,
            Body,
            _ => Attributes()
        );
        _held.Hold(letters.Except(released));
        run.Tally.Released += released.Count;
        run.Tally.Failed += letters.Count - released.Count;
    }

    private static string Body(DeadLetter letter) =>
        letter.Event.IsEmpty ? letter.Body : Encoding.UTF8.GetString(letter.Event.Span);

    // AWS's attributes speak of a failure that someone has mended.
    private Dictionary<string, MessageAttributeValue> Attributes() =>
        new(StringComparer.Ordinal)
        {
            [RedriveMark.AttributeName] = new MessageAttributeValue
            {
                DataType = "String",
                StringValue = new RedriveMark(new RedriveCounts(0, 0, run.Now), null).Write(),
            },
        };
}
