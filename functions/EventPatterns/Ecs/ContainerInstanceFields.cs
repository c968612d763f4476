using static Firetiger.EventPatterns.Ecs.EcsType;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>The fields that "ECS Container Instance State Change" does not share with tasks.</summary>
internal static class ContainerInstanceFields
{
    private const EcsType Text = EcsType.Text;
    private const EcsEvents Instance = EcsEvents.ContainerInstance;

    public static readonly IReadOnlyList<EcsField> All =
    [
        new("detail.agentConnected", EcsType.Boolean, Instance),
        new("detail.agentUpdateStatus", Text, Instance, EcsValues.AgentUpdates),
        new("detail.ec2InstanceId", Text, Instance),
        new("detail.pendingTasksCount", Number, Instance),
        new("detail.runningTasksCount", Number, Instance),
        new("detail.registeredAt", Text, Instance) { Form = TextForm.Time },
        new("detail.registeredResources", Objects, Instance),
        new("detail.registeredResources.name", Text, Instance),
        new("detail.registeredResources.type", Text, Instance),
        new("detail.registeredResources.integerValue", Number, Instance),
        new("detail.registeredResources.longValue", Number, Instance),
        new("detail.registeredResources.doubleValue", Number, Instance),
        new("detail.registeredResources.stringSetValue", Text, Instance),
        new("detail.remainingResources", Objects, Instance),
        new("detail.remainingResources.name", Text, Instance),
        new("detail.remainingResources.type", Text, Instance),
        new("detail.remainingResources.integerValue", Number, Instance),
        new("detail.remainingResources.longValue", Number, Instance),
        new("detail.remainingResources.doubleValue", Number, Instance),
        new("detail.remainingResources.stringSetValue", Text, Instance),
        new("detail.status", Text, Instance, EcsValues.InstanceStatuses),
        new("detail.statusReason", Text, Instance) { Form = TextForm.Sentence },
        new("detail.versionInfo", EcsType.Object, Instance),
        new("detail.versionInfo.agentHash", Text, Instance),
        new("detail.versionInfo.agentVersion", Text, Instance),
        new("detail.versionInfo.dockerVersion", Text, Instance),
    ];
}
