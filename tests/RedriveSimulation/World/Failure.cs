namespace Firetiger.RedriveSimulation.World;

/// <summary>How a destination fails, which decides whether EventBridge tries again by itself.</summary>
internal enum Failure
{
    /// <summary>Answers at once with a status that is not retried, as 401 for a credential that ran out.</summary>
    Refusing,

    /// <summary>Does not answer within the five seconds that EventBridge waits; it retries for a day.</summary>
    Unavailable,
}
