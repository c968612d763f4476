namespace Firetiger.RedriveSimulation.World;

/// <summary>
/// EventBridge's deliveries to one API destination. AWS documents the retries, the shared rate and that what is over the rate is
/// delayed; that delayed invocations go first come, first served, is the sandbox's assumption and this one's.
/// </summary>
/// <param name="scenario">The scenario.</param>
/// <param name="events">The events.</param>
/// <param name="metrics">Where invocations are counted.</param>
/// <param name="agenda">Where the next steps are put.</param>
/// <param name="noise">The jitter.</param>
internal sealed class EventBridge(Scenario scenario, EventTable events, CloudWatch metrics, Agenda agenda, Noise noise)
{
    private readonly RateBucket _bucket = new(scenario.Rate);
    private readonly Destination _destination = new(scenario, noise);
    private readonly RetryPolicy _copies = RetryPolicy.ForCopies(scenario.Interval);

    /// <summary>Invokes the destination as soon as the rate allows, and puts what follows on the agenda.</summary>
    /// <param name="id">The event.</param>
    /// <param name="now">The time.</param>
    public void Invoke(int id, double now)
    {
        ref var item = ref events[id];
        var policy = item.IsCopy ? _copies : RetryPolicy.Live;
        var deadline = item.Offered + policy.MaximumEventAge;
        if (_bucket.Reserve(now, deadline) is not { } slot)
        {
            agenda.Add(deadline, id, Step.DeadLetter);
            return;
        }

        var (response, seconds) = _destination.Receive(slot, id, item);
        (item.IsCopy ? metrics.Redrive : metrics.Live).Count(slot, response == Response.Taken);
        if (response == Response.Retryable && item.Retries < policy.MaximumRetryAttempts)
        {
            Retry(id, slot + seconds, deadline);
            return;
        }

        agenda.Add(slot + seconds, id, response == Response.Taken ? Step.Deliver : Step.DeadLetter);
    }

    private void Retry(int id, double failed, double deadline)
    {
        ref var item = ref events[id];
        var next = failed + RetryPolicy.Backoff(item.Retries, noise.Of(id, (item.Messages * 256) + item.Retries));
        item.Retries++;
        agenda.Add(Math.Min(next, deadline), id, next <= deadline ? Step.Invoke : Step.DeadLetter);
    }
}
