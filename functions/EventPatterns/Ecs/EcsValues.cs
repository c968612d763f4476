namespace Firetiger.EventPatterns.Ecs;

/// <summary>Values of ECS events, from the "Amazon ECS events" pages of the developer guide and the ECS API reference.</summary>
internal static class EcsValues
{
    public static readonly string[] DetailTypes =
    [
        "ECS Task State Change",
        "ECS Container Instance State Change",
        "ECS Service Action",
        "ECS Deployment State Change",
        "ECS Daemon Service Action",
        "AWS API Call via CloudTrail",
        "AWS Service Event via CloudTrail",
    ];

    public static readonly string[] TaskStatuses =
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

    public static readonly string[] StopCodes =
    [
        "TaskFailedToStart",
        "EssentialContainerExited",
        "UserInitiated",
        "ServiceSchedulerInitiated",
        "SpotInterruption",
        "TerminationNotice",
        "InfrastructureHealth",
    ];

    public static readonly string[] EventNames =
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

    public static readonly string[] InstanceStatuses =
    [
        "REGISTERING",
        "REGISTRATION_FAILED",
        "ACTIVE",
        "INACTIVE",
        "DEREGISTERING",
        "DRAINING",
    ];

    public static readonly string[] AgentUpdates = ["PENDING", "STAGING", "STAGED", "UPDATING", "UPDATED", "FAILED"];

    public static readonly string[] Attachments =
    [
        "PRECREATED",
        "CREATED",
        "ATTACHING",
        "ATTACHED",
        "DETACHING",
        "DETACHED",
        "DELETED",
        "FAILED",
    ];

    public static readonly string[] Health = ["HEALTHY", "UNHEALTHY", "UNKNOWN"];

    public static readonly string[] LaunchTypes = ["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"];

    /// <summary>Which kind of event a detail-type is, in the order of <see cref="DetailTypes"/>.</summary>
    public static readonly EcsEvents[] Kinds =
    [
        EcsEvents.Task,
        EcsEvents.ContainerInstance,
        EcsEvents.ServiceAction,
        EcsEvents.Deployment,
        EcsEvents.Daemon,
        EcsEvents.CloudTrail,
        EcsEvents.CloudTrail,
    ];
}
