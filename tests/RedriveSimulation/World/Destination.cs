namespace Firetiger.RedriveSimulation.World;

/// <summary>The HTTP endpoint.</summary>
/// <param name="scenario">When it is down, and how.</param>
internal sealed class Destination(Scenario scenario)
{
    // EventBridge's client gives up after five seconds; an answer takes a tenth.
    private const double Timeout = 5;
    private const double Answer = 0.1;

    /// <summary>Judges one request.</summary>
    /// <param name="at">When it arrives.</param>
    /// <param name="isPoison">Whether it is an event that is refused for ever.</param>
    /// <returns>What EventBridge sees, and after how many seconds.</returns>
    public (Response Response, double Seconds) Receive(double at, bool isPoison)
    {
        if (!IsUp(at))
        {
            return scenario.Failure == Failure.Unavailable ? (Response.Retryable, Timeout) : (Response.Final, Answer);
        }

        return (isPoison ? Response.Final : Response.Taken, Answer);
    }

    private bool IsUp(double at) =>
        at < Scenario.OutageStart
        || at >= scenario.OutageEnd
        || (scenario.FlapsEvery is { } period && (int)((at - Scenario.OutageStart) / period.TotalSeconds) % 2 == 1);
}
