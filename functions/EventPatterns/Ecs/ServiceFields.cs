using static Firetiger.EventPatterns.Ecs.EcsType;

namespace Firetiger.EventPatterns.Ecs;

/// <summary>The fields that events of services and deployments do not share with tasks, and CloudTrail's own.</summary>
internal static class ServiceFields
{
    private const EcsType Text = EcsType.Text;
    private const EcsEvents ServiceOrTrail = EcsEvents.Service | EcsEvents.CloudTrail;

    public static readonly IReadOnlyList<EcsField> All =
    [
        new("detail.eventType", Text, ServiceOrTrail, "INFO", "WARN", "ERROR"),
        new("detail.eventName", Text, ServiceOrTrail, EcsValues.EventNames),
        new("detail.reason", Text, EcsEvents.Service) { Form = TextForm.Sentence },
        new("detail.deploymentId", Text, EcsEvents.Deployment),
        new("detail.failureType", Text, EcsEvents.Daemon, "TASK_FAILED_TO_RUN", "TASK_CREATION_FAILED"),
        new("detail.capacityProviderArns", Text, EcsEvents.ServiceAction) { Form = TextForm.Arn },
        new("detail.taskSetArns", Text, EcsEvents.ServiceAction) { Form = TextForm.Arn },
        new("detail.serviceRegistryArns", Text, EcsEvents.ServiceAction) { Form = TextForm.Arn },
        new("detail.targetGroupArns", Text, EcsEvents.ServiceAction) { Form = TextForm.Arn },
        new("detail.ec2InstanceIds", Text, EcsEvents.ServiceAction),
        new("detail.containerInstanceArns", Text, EcsEvents.ServiceAction) { Form = TextForm.Arn },
        new("detail.taskArns", Text, EcsEvents.ServiceAction) { Form = TextForm.Arn },
        new("detail.desiredCount", Number, EcsEvents.ServiceAction),
        new("detail.containerPort", Number, EcsEvents.ServiceAction),
        new("detail.eventSource", Text, EcsEvents.CloudTrail),
        new("detail.eventTime", Text, EcsEvents.CloudTrail),
        new("detail.eventID", Text, EcsEvents.CloudTrail),
        new("detail.eventVersion", Text, EcsEvents.CloudTrail),
        new("detail.awsRegion", Text, EcsEvents.CloudTrail),
        new("detail.sourceIPAddress", Text, EcsEvents.CloudTrail),
        new("detail.userAgent", Text, EcsEvents.CloudTrail),
        new("detail.userIdentity", Open, EcsEvents.CloudTrail),
        new("detail.requestParameters", Open, EcsEvents.CloudTrail),
        new("detail.responseElements", Open, EcsEvents.CloudTrail),
        new("detail.errorCode", Text, EcsEvents.CloudTrail),
        new("detail.errorMessage", Text, EcsEvents.CloudTrail),
        new("detail.readOnly", EcsType.Boolean, EcsEvents.CloudTrail),
    ];
}
