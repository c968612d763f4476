using static Firetiger.EventPatterns.Ecs.EcsType;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>The fields of a task in "ECS Task State Change".</summary>
internal static class TaskFields
{
    private const EcsType Text = EcsType.Text;
    private const EcsEvents Task = EcsEvents.Task;
    private const EcsEvents TaskOrInstance = EcsEvents.Task | EcsEvents.ContainerInstance;

    public static readonly IReadOnlyList<EcsField> All =
    [
        new("detail.attachments", Objects, TaskOrInstance),
        new("detail.attachments.id", Text, TaskOrInstance),
        new("detail.attachments.type", Text, TaskOrInstance),
        new("detail.attachments.status", Text, TaskOrInstance, EcsValues.Attachments),
        new("detail.attachments.details", Objects, TaskOrInstance),
        new("detail.attachments.details.name", Text, TaskOrInstance),
        new("detail.attachments.details.value", Text, TaskOrInstance),
        new("detail.attributes", Objects, TaskOrInstance),
        new("detail.attributes.name", Text, TaskOrInstance),
        new("detail.attributes.value", Text, TaskOrInstance),
        new("detail.attributes.targetType", Text, TaskOrInstance),
        new("detail.attributes.targetId", Text, TaskOrInstance),
        new("detail.availabilityZone", Text, Task),
        new("detail.capacityProviderName", Text, TaskOrInstance, "FARGATE", "FARGATE_SPOT") { TakesOthers = true },
        new("detail.clusterArn", Text, TaskOrInstance | EcsEvents.Service) { Form = TextForm.Arn },
        new("detail.connectivity", Text, Task, "CONNECTED", "DISCONNECTED"),
        new("detail.connectivityAt", Text, Task) { Form = TextForm.Time },
        new("detail.containerInstanceArn", Text, TaskOrInstance) { Form = TextForm.Arn },
        new("detail.cpu", Text, Task),
        new("detail.memory", Text, Task),
        new("detail.createdAt", Text, Task | EcsEvents.Service) { Form = TextForm.Time },
        new("detail.startedAt", Text, Task) { Form = TextForm.Time },
        new("detail.pullStartedAt", Text, Task) { Form = TextForm.Time },
        new("detail.pullStoppedAt", Text, Task) { Form = TextForm.Time },
        new("detail.executionStoppedAt", Text, Task) { Form = TextForm.Time },
        new("detail.stoppingAt", Text, Task) { Form = TextForm.Time },
        new("detail.stoppedAt", Text, Task) { Form = TextForm.Time },
        new("detail.desiredStatus", Text, Task, "RUNNING", "STOPPED", "PENDING"),
        new("detail.lastStatus", Text, Task, EcsValues.TaskStatuses),
        new("detail.enableExecuteCommand", EcsType.Boolean, Task),
        new("detail.ephemeralStorage", EcsType.Object, Task),
        new("detail.ephemeralStorage.sizeInGiB", Number, Task),
        new("detail.ephemeralStorage.kmsKeyId", Text, Task),
        new("detail.fargateEphemeralStorage", EcsType.Object, Task),
        new("detail.fargateEphemeralStorage.sizeInGiB", Number, Task),
        new("detail.fargateEphemeralStorage.kmsKeyId", Text, Task),
        new("detail.group", Text, Task) { Form = TextForm.Group },
        // The API has it; it is reported missing from events: https://github.com/aws/containers-roadmap/issues/1515.
        new("detail.healthStatus", Text, EcsEvents.None, EcsValues.Health),
        new("detail.inferenceAccelerators", Open, Task),
        new("detail.launchType", Text, Task, EcsValues.LaunchTypes),
        new("detail.overrides", Open, Task),
        new("detail.overrides.containerOverrides", Open, Task),
        new("detail.platformVersion", Text, Task),
        new("detail.platformFamily", Text, Task),
        new("detail.startedBy", Text, Task),
        new("detail.stopCode", Text, Task, EcsValues.StopCodes),
        new("detail.stoppedReason", Text, Task) { Form = TextForm.Sentence },
        new("detail.tags", Objects, TaskOrInstance),
        new("detail.tags.key", Text, TaskOrInstance),
        new("detail.tags.value", Text, TaskOrInstance),
        new("detail.taskArn", Text, Task) { Form = TextForm.Arn },
        new("detail.taskDefinitionArn", Text, Task) { Form = TextForm.Arn },
        new("detail.volumes", Open, Task),
        new("detail.version", Number, TaskOrInstance),
        new("detail.updatedAt", Text, TaskOrInstance | EcsEvents.Service) { Form = TextForm.Time },
    ];
}
