using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Firetiger.DlqRedriver.Aws;

namespace Firetiger.DlqRedriver.Sending;

/// <summary>
/// Puts copies on the redrive bus. A request succeeds even when its entries fail, and the SDK's retries do not see those:
/// each entry is judged by its own index.
/// </summary>
/// <param name="eventBridge">EventBridge.</param>
/// <param name="time">The clock.</param>
internal sealed class RedriveBus(IAmazonEventBridge eventBridge, TimeProvider time)
{
    private const int Rounds = 4;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Gets when this execution environment last put anything on the bus, or null.</summary>
    public DateTimeOffset? LastPutAt { get; private set; }

    /// <summary>Puts a batch; entries throttled or failed within EventBridge are tried again, over about a second.</summary>
    /// <param name="batch">Within the limits of one request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What became of each copy. A failed call is part of it, because earlier rounds may have succeeded.</returns>
    public async Task<PutResult> PutAsync(IReadOnlyList<RedriveCopy> batch, CancellationToken cancellationToken)
    {
        LastPutAt = time.GetUtcNow();
        var settled = new List<PutOutcome>(batch.Count);
        var pending = batch;
        try
        {
            for (var round = 1; round < Rounds && pending.Count > 0; round++)
            {
                var outcomes = await PutOnceAsync(pending, cancellationToken);
                settled.AddRange(outcomes.Where(outcome => !outcome.IsPassing));
                pending = [.. pending.Where((_, index) => outcomes[index].IsPassing)];
                await PauseAsync(pending.Count == 0 ? TimeSpan.Zero : FirstPause * round, cancellationToken);
            }

            settled.AddRange(pending.Count == 0 ? [] : await PutOnceAsync(pending, cancellationToken));
            return new PutResult(settled, null);
        }
        catch (AwsCallException fault) when (fault.BlamesRequest)
        {
            return await PutSinglyAsync(settled, pending, fault, cancellationToken);
        }
        catch (AwsCallException fault)
        {
            settled.AddRange(pending.Select(copy => Failed(copy, fault)));
            return new PutResult(settled, fault);
        }
    }

    // One entry may be what a whole request is refused for: the others must not wait with it.
    private async Task<PutResult> PutSinglyAsync(
        List<PutOutcome> settled,
        IReadOnlyList<RedriveCopy> pending,
        AwsCallException refusal,
        CancellationToken cancellationToken
    )
    {
        if (pending.Count == 1)
        {
            settled.Add(
                new PutOutcome(pending[0].Letter, refusal.Code) { RefusedAlone = refusal.HttpStatus is 400 or 413 }
            );
            return new PutResult(settled, null);
        }

        AwsCallException? fault = null;
        foreach (var copy in pending)
        {
            var result = fault is null
                ? await PutAsync([copy], cancellationToken)
                : new PutResult([Failed(copy, fault)], fault);
            settled.AddRange(result.Outcomes);
            fault = result.Fault;
        }

        return new PutResult(settled, fault);
    }

    private static PutOutcome Failed(RedriveCopy copy, AwsCallException fault) =>
        new(copy.Letter, fault.Code) { CallFailed = true };

    private static PutOutcome Outcome(RedriveCopy copy, PutEventsResultEntry? result) =>
        new(copy.Letter, string.IsNullOrEmpty(result?.EventId) ? result?.ErrorCode ?? "NoResult" : null);

    private async Task<List<PutOutcome>> PutOnceAsync(
        IReadOnlyList<RedriveCopy> copies,
        CancellationToken cancellationToken
    )
    {
        var request = new PutEventsRequest { Entries = [.. copies.Select(copy => copy.Entry)] };
        var response = await AwsCall.InvokeAsync(
            "PutEvents",
            () => eventBridge.PutEventsAsync(request, cancellationToken)
        );
        return [.. copies.Select((copy, index) => Outcome(copy, response.Entries?.ElementAtOrDefault(index)))];
    }

    private Task<bool> PauseAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        AwsCall.InvokeAsync(
            "PutEvents",
            async () =>
            {
                await Task.Delay(pause, time, cancellationToken);
                return true;
            }
        );
}
