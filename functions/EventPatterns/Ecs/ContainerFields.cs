using static Firetiger.EventPatterns.Ecs.EcsType;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>The fields of the containers of a task in "ECS Task State Change".</summary>
internal static class ContainerFields
{
    private const EcsType Text = EcsType.Text;
    private const EcsEvents Task = EcsEvents.Task;

    public static readonly IReadOnlyList<EcsField> All =
    [
        new("detail.containers", Objects, Task),
        new("detail.containers.containerArn", Text, Task) { Form = TextForm.Arn },
        new("detail.containers.taskArn", Text, Task) { Form = TextForm.Arn },
        new("detail.containers.name", Text, Task),
        new("detail.containers.image", Text, Task),
        new("detail.containers.imageDigest", Text, Task),
        new("detail.containers.runtimeId", Text, Task),
        new("detail.containers.lastStatus", Text, Task, "PENDING", "RUNNING", "STOPPED"),
        new("detail.containers.exitCode", Number, Task),
        new("detail.containers.reason", Text, Task) { Form = TextForm.Sentence },
        new("detail.containers.healthStatus", Text, Task, EcsValues.Health),
        new("detail.containers.cpu", Text, Task),
        new("detail.containers.memory", Text, Task),
        new("detail.containers.memoryReservation", Text, Task),
        new("detail.containers.gpuIds", Text, Task),
        new("detail.containers.networkInterfaces", Objects, Task),
        new("detail.containers.networkInterfaces.attachmentId", Text, Task),
        new("detail.containers.networkInterfaces.privateIpv4Address", Text, Task),
        new("detail.containers.networkInterfaces.ipv6Address", Text, Task),
        new("detail.containers.networkBindings", Objects, Task),
        new("detail.containers.networkBindings.bindIP", Text, Task),
        new("detail.containers.networkBindings.containerPort", Number, Task),
        new("detail.containers.networkBindings.hostPort", Number, Task),
        new("detail.containers.networkBindings.protocol", Text, Task),
        new("detail.containers.networkBindings.containerPortRange", Text, Task),
        new("detail.containers.networkBindings.hostPortRange", Text, Task),
        new("detail.containers.managedAgents", Objects, Task),
        new("detail.containers.managedAgents.name", Text, Task),
        new("detail.containers.managedAgents.lastStatus", Text, Task),
        new("detail.containers.managedAgents.reason", Text, Task) { Form = TextForm.Sentence },
        new("detail.containers.managedAgents.lastStartedAt", Text, Task) { Form = TextForm.Time },
    ];
}
