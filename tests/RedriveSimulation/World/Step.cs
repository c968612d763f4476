namespace Firetiger.RedriveSimulation.World;

/// <summary>What happens to an event next.</summary>
internal enum Step
{
    /// <summary>EventBridge asks the destination's rate bucket for a slot.</summary>
    Invoke,

    /// <summary>EventBridge sends it to the dead-letter queue.</summary>
    DeadLetter,

    /// <summary>The destination has taken it.</summary>
    Deliver,
}
