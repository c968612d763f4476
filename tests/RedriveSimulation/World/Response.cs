namespace Firetiger.RedriveSimulation.World;

/// <summary>What EventBridge makes of an invocation.</summary>
internal enum Response
{
    /// <summary>The event is delivered.</summary>
    Taken,

    /// <summary>It tries again while its policy allows.</summary>
    Retryable,

    /// <summary>It goes to the dead-letter queue at once.</summary>
    Final,
}
