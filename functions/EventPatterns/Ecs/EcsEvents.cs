namespace Firetiger.EventPatterns.Ecs;

/// <summary>The kinds of events that come with source <c>aws.ecs</c>.</summary>
[Flags]
internal enum EcsEvents
{
    None = 0,
    Task = 1,
    ContainerInstance = 2,
    ServiceAction = 4,
    Deployment = 8,
    Daemon = 16,

    /// <summary>What CloudTrail reports of the ECS API. Its <c>detail</c> is CloudTrail's, not listed here.</summary>
    CloudTrail = 32,

    /// <summary>A detail-type that is not known here. Anything may be in its <c>detail</c>.</summary>
    Other = 64,

    /// <summary>The kinds of which the fields are not all known.</summary>
    Open = Daemon | CloudTrail | Other,

    Service = ServiceAction | Deployment | Daemon,

    All = Task | ContainerInstance | Service | CloudTrail,
}
