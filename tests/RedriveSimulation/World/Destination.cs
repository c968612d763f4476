namespace Firetiger.RedriveSimulation.World;

/// <summary>The HTTP endpoint.</summary>
/// <param name="scenario">When it is down, and how.</param>
/// <param name="noise">Which requests succeed while others fail.</param>
internal sealed class Destination(Scenario scenario, Noise noise)
{
    // EventBridge's client gives up after five seconds; an answer takes a tenth.
    private const double Timeout = 5;
    private const double Answer = 0.1;

    /// <summary>Judges one request.</summary>
    /// <param name="at">When it arrives.</param>
    /// <param name="id">The event.</param>
    /// <param name="item">The same.</param>
    /// <returns>What EventBridge sees, and after how many seconds.</returns>
    public (Response Response, double Seconds) Receive(double at, int id, TrackedEvent item)
    {
        if (!IsUp(at) && noise.Of(id, Choice(item)) >= scenario.Succeeding)
        {
            return scenario.Failure == Failure.Unavailable ? (Response.Retryable, Timeout) : (Response.Final, Answer);
        }

        return (item.IsPoison ? Response.Final : Response.Taken, Answer);
    }

    // Each request of an event has its own luck, other than its jitter's.
    private static int Choice(TrackedEvent item) => (1 << 15) + (item.Messages * 256) + item.Retries;

    private bool IsUp(double at) =>
        at < Scenario.OutageStart
        || at >= scenario.OutageEnd
        || (scenario.FlapsEvery is { } period && (int)((at - Scenario.OutageStart) / period.TotalSeconds) % 2 == 1);
}
