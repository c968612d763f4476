namespace Firetiger.RedriveSimulation.World;

/// <summary>Where an event is.</summary>
internal enum Fate : byte
{
    /// <summary>With EventBridge.</summary>
    Underway,

    /// <summary>In the dead-letter queue.</summary>
    DeadLettered,

    /// <summary>The destination took it.</summary>
    Delivered,

    /// <summary>Given up, kept for a human.</summary>
    Quarantined,

    /// <summary>SQS deleted it at the end of its retention.</summary>
    Expired,
}
