using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::Logs::DeliveryDestination: a log group.</summary>
/// <param name="aws">The services.</param>
internal sealed class DeliveryDestinationResource(AwsDispatcher aws)
    : ResourceType(aws, "AWS::Logs::DeliveryDestination", Members, Members)
{
    private static readonly string[] Members = ["Name", "DestinationResourceArn", "Tags"];

    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = Required(request, "Name");
        await DemandFreeAsync(
            name,
            ("logs", "GetDeliveryDestination", new JsonObject { ["name"] = name }),
            _ => true,
            cancellationToken
        );
        var input = new JsonObject
        {
            ["name"] = name,
            ["deliveryDestinationConfiguration"] = new JsonObject
            {
                ["destinationResourceArn"] = Required(request, "DestinationResourceArn"),
            },
        };
        var output = await CallAsync("logs", "PutDeliveryDestination", input, cancellationToken);
        request.Initiated(name);
        var made = output["deliveryDestination"]!.AsObject();
        return new ResourceState(name, new JsonObject { ["Arn"] = made.Scalar("arn") });
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
    ) =>
        RemoveAsync(
            "logs",
            "DeleteDeliveryDestination",
            new JsonObject { ["name"] = current.PhysicalId },
            cancellationToken
        );
}
