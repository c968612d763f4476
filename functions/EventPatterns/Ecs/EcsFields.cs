using System.Collections.Frozen;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>
/// The fields of ECS events, from the "Amazon ECS events" pages of the developer guide and the ECS API reference. ECS may add fields and
/// values at any time, so what is missing here is only unknown, not wrong.
/// </summary>
internal static class EcsFields
{
    public const string Source = "aws.ecs";

    public static readonly IReadOnlyList<string> Envelope =
    [
        "version",
        "id",
        "detail-type",
        "source",
        "account",
        "time",
        "region",
        "resources",
        "detail",
    ];

    public static readonly IReadOnlyList<string> DetailTypes =
    [
        "ECS Task State Change",
        "ECS Container Instance State Change",
        "ECS Service Action",
        "ECS Deployment State Change",
        "ECS Daemon Service Action",
    ];

    private static readonly string[] TaskStatuses =
    [
        "PROVISIONING",
        "PENDING",
        "ACTIVATING",
        "RUNNING",
        "DEACTIVATING",
        "STOPPING",
        "DEPROVISIONING",
        "STOPPED",
        "DELETED",
    ];

    private static readonly string[] EventNames =
    [
        "SERVICE_STEADY_STATE",
        "TASKSET_STEADY_STATE",
        "CAPACITY_PROVIDER_STEADY_STATE",
        "SERVICE_DESIRED_COUNT_UPDATED",
        "TASKS_STOPPED",
        "SERVICE_DEPLOYMENT_IN_PROGRESS",
        "SERVICE_DEPLOYMENT_COMPLETED",
        "SERVICE_DEPLOYMENT_FAILED",
        "SERVICE_TASK_START_IMPAIRED",
        "SERVICE_DISCOVERY_INSTANCE_UNHEALTHY",
        "VPC_LATTICE_TARGET_UNHEALTHY",
        "SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED",
        "ECS_OPERATION_THROTTLED",
        "SERVICE_DISCOVERY_OPERATION_THROTTLED",
        "SERVICE_TASK_PLACEMENT_FAILURE",
        "SERVICE_TASK_CONFIGURATION_FAILURE",
        "DAEMON_TASK_START_IMPAIRED",
    ];

    private static readonly EcsField[] Fields =
    [
        new("version", EcsType.Text),
        new("id", EcsType.Text),
        new("detail-type", EcsType.Text, DetailTypes),
        new("source", EcsType.Text),
        new("account", EcsType.Text),
        new("time", EcsType.Text),
        new("region", EcsType.Text),
        new("resources", EcsType.Text),
        new("detail.lastStatus", EcsType.Text, TaskStatuses),
        new("detail.desiredStatus", EcsType.Text, "RUNNING", "STOPPED", "PENDING"),
        new("detail.launchType", EcsType.Text, "EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"),
        new(
            "detail.stopCode",
            EcsType.Text,
            "TaskFailedToStart",
            "EssentialContainerExited",
            "UserInitiated",
            "ServiceSchedulerInitiated",
            "SpotInterruption",
            "TerminationNotice",
            "InfrastructureHealth"
        ),
        new("detail.stoppedReason", EcsType.Text),
        new("detail.connectivity", EcsType.Text, "CONNECTED", "DISCONNECTED"),
        new("detail.clusterArn", EcsType.Text),
        new("detail.taskArn", EcsType.Text),
        new("detail.taskDefinitionArn", EcsType.Text),
        new("detail.group", EcsType.Text),
        new("detail.startedBy", EcsType.Text),
        new("detail.capacityProviderName", EcsType.Text),
        new("detail.availabilityZone", EcsType.Text),
        new("detail.platformVersion", EcsType.Text),
        new("detail.cpu", EcsType.Text),
        new("detail.memory", EcsType.Text),
        new("detail.createdAt", EcsType.Text),
        new("detail.startedAt", EcsType.Text),
        new("detail.stoppingAt", EcsType.Text),
        new("detail.stoppedAt", EcsType.Text),
        new("detail.updatedAt", EcsType.Text),
        new("detail.enableExecuteCommand", EcsType.Boolean),
        new("detail.version", EcsType.Number),
        new("detail.ephemeralStorage.sizeInGiB", EcsType.Number),
        new("detail.containers.lastStatus", EcsType.Text, "PENDING", "RUNNING", "STOPPED"),
        new("detail.containers.exitCode", EcsType.Number),
        new("detail.containers.name", EcsType.Text),
        new("detail.containers.image", EcsType.Text),
        new("detail.containers.reason", EcsType.Text),
        new("detail.containers.cpu", EcsType.Text),
        new("detail.containers.memory", EcsType.Text),
        new("detail.containers.memoryReservation", EcsType.Text),
        new("detail.containers.networkBindings.containerPort", EcsType.Number),
        new("detail.containers.networkBindings.hostPort", EcsType.Number),
        new("detail.agentConnected", EcsType.Boolean),
        new(
            "detail.status",
            EcsType.Text,
            "REGISTERING",
            "REGISTRATION_FAILED",
            "ACTIVE",
            "INACTIVE",
            "DEREGISTERING",
            "DRAINING"
        ),
        new("detail.agentUpdateStatus", EcsType.Text, "PENDING", "STAGING", "STAGED", "UPDATING", "UPDATED", "FAILED"),
        new("detail.eventType", EcsType.Text, "INFO", "WARN", "ERROR"),
        new("detail.eventName", EcsType.Text, EventNames),
    ];

    private static readonly FrozenDictionary<string, EcsField> ByPath = Fields.ToFrozenDictionary(
        field => field.Path,
        StringComparer.Ordinal
    );

    /// <summary>Gets the length of the longest path, beyond which there is nothing to look for.</summary>
    public static int LongestPath { get; } = Fields.Max(field => field.Path.Length);

    public static EcsField? Find(string path) => ByPath.GetValueOrDefault(path);

    /// <summary>Finds a field under <c>detail</c> by its name alone.</summary>
    /// <param name="name">The name, such as <c>lastStatus</c>.</param>
    /// <returns>Its path, or <see langword="null"/>.</returns>
    public static string? FindInDetail(string name) => ByPath.ContainsKey("detail." + name) ? "detail." + name : null;
}
