using Firetiger.Sandbox.CloudFormation.CustomResources;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>Every resource type that a template may use here.</summary>
/// <param name="context">The sandbox.</param>
/// <param name="responses">Where custom resources answer.</param>
internal sealed class ResourceTypes(SandboxContext context, ResponseUrls responses)
{
    private readonly IReadOnlyList<IResourceType> _all =
    [
        new FunctionResource(context.Aws),
        new EventInvokeConfigResource(context.Aws),
        new EventSourceMappingResource(context.Aws),
        new PermissionResource(context.Aws),
        new RoleResource(context.Aws),
        new QueueResource(context.Aws),
        new QueuePolicyResource(context.Aws),
        new RuleResource(context.Aws),
        new EventBusPolicyResource(context.Aws),
        new ConnectionResource(context),
        new NamedResource(context.Aws, EventBridgeShapes.EventBus),
        new NamedResource(context.Aws, EventBridgeShapes.Archive),
        new NamedResource(context.Aws, EventBridgeShapes.ApiDestination),
        new NamedResource(context.Aws, OtherShapes.Schedule),
        new NamedResource(context.Aws, OtherShapes.ScheduleGroup),
        new NamedResource(context.Aws, OtherShapes.Alarm),
        new NamedResource(context.Aws, OtherShapes.Dashboard),
        new NamedResource(context.Aws, OtherShapes.LogResourcePolicy),
        new NamedResource(context.Aws, OtherShapes.DeliverySource),
        new DeliveryDestinationResource(context.Aws),
        new DeliveryResource(context.Aws),
        new TopicResource(context.Aws),
        new TopicPolicyResource(context.Aws),
        new SubscriptionResource(context.Aws),
        new LogGroupResource(context.Aws),
        new CustomResource(context, responses),
    ];

    /// <summary>Finds a type.</summary>
    /// <param name="type">Its name.</param>
    /// <returns>The type.</returns>
    /// <exception cref="AwsException">ValidationError: there is none here.</exception>
    public IResourceType Find(string type) =>
        _all.FirstOrDefault(one => one.Is(type))
        ?? throw TemplateError.Because(
            $"Template format error: Unrecognized resource types: [{type}]: the sandbox does not have it"
        );
}
