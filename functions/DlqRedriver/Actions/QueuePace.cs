using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>How far the batches of one minute may go together: so long is a look at queue, route and destination good for.</summary>
/// <param name="gate">What is known of the destination.</param>
/// <param name="health">What CloudWatch said, or null.</param>
/// <param name="routeProblem">What is wrong with the route, or null.</param>
/// <param name="deadLetters">The queue.</param>
/// <param name="until">When to look again.</param>
/// <param name="goodFor">How long a pace is kept.</param>
internal sealed class QueuePace(
    Gate gate,
    DestinationHealth? health,
    string? routeProblem,
    QueueState deadLetters,
    DateTimeOffset until,
    TimeSpan goodFor
)
{
    // The destination may be well long before a queue is drained at the pace of an outage: nobody waits more than 15 minutes.
    private const int MostTurns = 15;

    private int _putOff;

    /// <summary>Gets what is known of the destination.</summary>
    public Gate Gate => gate;

    /// <summary>Gets what CloudWatch said, or null.</summary>
    public DestinationHealth? Health => health;

    /// <summary>Gets what is wrong with the route, or null.</summary>
    public string? RouteProblem => routeProblem;

    /// <summary>Gets the queue.</summary>
    public QueueState DeadLetters => deadLetters;

    /// <summary>Gets when to look again.</summary>
    public DateTimeOffset Until => until;

    /// <summary>Gets the copies that were let go.</summary>
    public int Sent { get; private set; }

    /// <summary>Gets the failed copies that were received.</summary>
    public int CameBack { get; private set; }

    /// <summary>Takes note of a batch.</summary>
    /// <param name="letters">Its messages.</param>
    /// <param name="since">When a copy must have failed to say anything new.</param>
    public void Saw(IEnumerable<DeadLetter> letters, DateTimeOffset since) =>
        CameBack += letters.Count(letter => letter.CameBackSince(since));

    /// <summary>
    /// Lets a copy go, or makes it wait for its turn at this pace: were all to come back in a minute, a long queue would be received
    /// every minute.
    /// </summary>
    /// <param name="decision">What was decided.</param>
    /// <returns>The same, or a wait.</returns>
    public Decision Limit(Decision decision)
    {
        if (decision is not (Decision.Send or Decision.Probe))
        {
            return decision;
        }

        if (Sent == gate.Budget)
        {
            var turns = Math.Min(_putOff++ / gate.Budget, MostTurns - 1);
            return new Decision.Wait(until + (turns * goodFor));
        }

        Sent++;
        return decision;
    }
}
