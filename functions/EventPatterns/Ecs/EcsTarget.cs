namespace Firetiger.EventPatterns.Ecs;

/// <summary>How surely a pattern is meant for ECS events.</summary>
internal enum EcsTarget
{
    /// <summary>It cannot match one.</summary>
    None,

    /// <summary>It may match one, and others.</summary>
    Possible,

    /// <summary>It matches nothing else.</summary>
    Only,
}
