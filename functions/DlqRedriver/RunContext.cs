using Firetiger.DlqRedriver.Aws;
using Firetiger.DlqRedriver.Health;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Routes;

namespace Firetiger.DlqRedriver;

/// <summary>
/// What every part of one run shares. A run is on one thread at a time (see <see cref="Redriver"/>), so nothing here is locked.
/// </summary>
/// <param name="Redriver">What all runs work with.</param>
/// <param name="Tally">Where it is counted.</param>
/// <param name="Log">The invocation's log.</param>
/// <param name="Deadline">The invocation's time.</param>
/// <param name="Route">The way to the destination.</param>
internal sealed record RunContext(Redriver Redriver, RunTally Tally, Log Log, RunDeadline Deadline, RouteWatch Route)
{
    /// <summary>Gets the time.</summary>
    public DateTimeOffset Now => Redriver.Time.GetUtcNow();

    /// <summary>Keeps a failed call for the report and tells the log.</summary>
    /// <param name="fault">The call.</param>
    public void Note(AwsCallException fault)
    {
        Tally.Fault = fault.Message;
        Log.AwsFault(fault);
    }

    /// <summary>Looks at the route, unless a look less than a minute ago found it whole, and keeps for the report what it finds.</summary>
    /// <param name="again">Whether to look however fresh the last look is.</param>
    /// <returns>Whether a copy would arrive.</returns>
    /// <exception cref="AwsCallException">EventBridge could not say.</exception>
    public async Task<bool> IsRouteWholeAsync(bool again = false)
    {
        try
        {
            var problem = again
                ? await Route.LookAgainAsync(Deadline.CleanUp)
                : await Route.FindProblemAsync(Deadline.Sends);
            Tally.LookedAtRoute(problem);
            return problem is null;
        }
        catch (AwsCallException)
        {
            Tally.FailedToLookAtRoute();
            throw;
        }
    }

    /// <summary>Looks at both queues, side by side.</summary>
    /// <returns>Their states; of the quarantine queue null when SQS does not tell, which ends no run.</returns>
    /// <exception cref="AwsCallException">SQS does not tell how full the dead-letter queue is.</exception>
    public async Task<(QueueState DeadLetters, QueueState? Quarantine)> LookAtQueuesAsync()
    {
        var deadLetters = Redriver.DeadLetters.LookAsync(Deadline.Sends);
        var quarantine = TryLookAsync(Redriver.Quarantine);
        await Task.WhenAll((Task)deadLetters, quarantine);
        return (await deadLetters, await quarantine);
    }

    /// <summary>Looks at a queue that the run can do without.</summary>
    /// <param name="queue">The queue.</param>
    /// <returns>Its state, or null when SQS does not tell.</returns>
    public async Task<QueueState?> TryLookAsync(MessageQueue queue)
    {
        try
        {
            return await queue.LookAsync(Deadline.Sends);
        }
        catch (AwsCallException fault)
        {
            Note(fault);
            return null;
        }
    }

    /// <summary>Asks CloudWatch. That it cannot say is a state of the gate, and ends no run.</summary>
    /// <returns>What it says.</returns>
    public async Task<MetricsReading> ReadMetricsAsync()
    {
        try
        {
            return await Redriver.HealthMetrics.ReadAsync(Deadline.Sends);
        }
        catch (AwsCallException fault)
        {
            Note(fault);
            return new MetricsReading(null, null, null);
        }
    }

    /// <summary>Decides how far the run may go, and keeps it for the report.</summary>
    /// <param name="health">What CloudWatch says, or null.</param>
    /// <returns>The gate.</returns>
    public Gate OpenGate(DestinationHealth? health)
    {
        var gate = Gate.Of(health, Redriver.FullBudget(health), Redriver.Unanswered.Runs);
        Tally.Opened(gate, health);
        return gate;
    }

    /// <summary>Deletes messages whose events are safe elsewhere, and counts them.</summary>
    /// <param name="queue">Where they are.</param>
    /// <param name="letters">The messages.</param>
    /// <returns>When done.</returns>
    public async Task DeleteAsync(MessageQueue queue, IReadOnlyCollection<DeadLetter> letters)
    {
        // Not added in one expression: it would take the count from before the wait, and lose what others add meanwhile.
        var deleted = await queue.Received.DeleteAsync(letters, Log, Deadline.CleanUp);
        Tally.Deleted += deleted;
    }
}
