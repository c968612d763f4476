using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Actions;

/// <summary>How far the batches of one minute may go together: so long is a look at queue, route and destination good for.</summary>
/// <param name="gate">What is known of the destination.</param>
/// <param name="health">What CloudWatch said, or null.</param>
/// <param name="routeProblem">What is wrong with the route, or null.</param>
/// <param name="roomToHide">How many messages may be hidden.</param>
/// <param name="until">When to look again.</param>
internal sealed class QueuePace(
    Gate gate,
    DestinationHealth? health,
    string? routeProblem,
    int roomToHide,
    DateTimeOffset until
)
{
    private int _left = gate.Budget;

    /// <summary>Gets what is known of the destination.</summary>
    public Gate Gate => gate;

    /// <summary>Gets what CloudWatch said, or null.</summary>
    public DestinationHealth? Health => health;

    /// <summary>Gets what is wrong with the route, or null.</summary>
    public string? RouteProblem => routeProblem;

    /// <summary>Gets how many messages may be hidden.</summary>
    public int RoomToHide => roomToHide;

    /// <summary>Gets when to look again.</summary>
    public DateTimeOffset Until => until;

    /// <summary>Lets a copy go, or makes it wait for the next minute.</summary>
    /// <param name="decision">What was decided.</param>
    /// <returns>The same, or a wait.</returns>
    public Decision Limit(Decision decision)
    {
        if (decision is not (Decision.Send or Decision.Probe))
        {
            return decision;
        }

        if (_left == 0)
        {
            return new Decision.Wait(until);
        }

        _left--;
        return decision;
    }
}
