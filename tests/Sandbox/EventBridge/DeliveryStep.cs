namespace Firetiger.Sandbox.EventBridge;

/// <summary>What happened to one event on its way to one target.</summary>
internal enum DeliveryStep
{
    /// <summary>A rule matched it; its delivery begins.</summary>
    Matched,

    /// <summary>The target took it.</summary>
    Delivered,

    /// <summary>The target failed and will be tried again.</summary>
    Retrying,

    /// <summary>It lies in the target's dead-letter queue.</summary>
    DeadLettered,

    /// <summary>It is gone: no bus, no dead-letter queue, or one that refused it.</summary>
    Lost,
}
