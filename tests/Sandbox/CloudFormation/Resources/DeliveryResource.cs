using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::Logs::Delivery. Ref gives its id.</summary>
/// <param name="aws">The services.</param>
internal sealed class DeliveryResource(AwsDispatcher aws) : ResourceType(aws, "AWS::Logs::Delivery", Members, Members)
{
    private static readonly string[] Members = ["DeliverySourceName", "DeliveryDestinationArn", "Tags"];

    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var input = new JsonObject
        {
            ["deliverySourceName"] = Required(request, "DeliverySourceName"),
            ["deliveryDestinationArn"] = Required(request, "DeliveryDestinationArn"),
        };
        var delivery = (await CallAsync("logs", "CreateDelivery", input, cancellationToken))["delivery"]!.AsObject();
        var id = delivery.Scalar("id")!;
        return new ResourceState(id, new JsonObject { ["Arn"] = delivery.Scalar("arn"), ["DeliveryId"] = id });
    }

    public override Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    ) => Task.FromResult(current);

    public override Task DeleteAsync(
        ResourceRequest request,
        ResourceState current,
        CancellationToken cancellationToken
    ) => RemoveAsync("logs", "DeleteDelivery", new JsonObject { ["id"] = current.PhysicalId }, cancellationToken);
}
