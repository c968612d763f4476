using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::Lambda::EventSourceMapping.</summary>
/// <param name="aws">The services.</param>
internal sealed class EventSourceMappingResource(AwsDispatcher aws)
    : ResourceType(aws, "AWS::Lambda::EventSourceMapping", [.. Members, "Tags"], ["EventSourceArn", "Tags"])
{
    private static readonly string[] Members =
    [
        "EventSourceArn",
        "FunctionName",
        "BatchSize",
        "MaximumBatchingWindowInSeconds",
        "FunctionResponseTypes",
        "Enabled",
        "ScalingConfig",
    ];

    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var input = OperationInput.Of(request.Properties, Members);
        var created = await CallAsync("lambda", "CreateEventSourceMapping", input, cancellationToken);
        var id = created.Scalar("UUID")!;
        request.Initiated(id);
        return new ResourceState(
            id,
            new JsonObject { ["Id"] = id, ["EventSourceMappingArn"] = created.Scalar("EventSourceMappingArn") }
        );
    }

    public override async Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    )
    {
        var input = OperationInput.Of(request.Properties, Members);
        input.Remove("EventSourceArn");
        input["UUID"] = current.PhysicalId;
        await CallAsync("lambda", "UpdateEventSourceMapping", input, cancellationToken);
        return current;
    }

    public override Task DeleteAsync(
        ResourceRequest request,
        ResourceState current,
        CancellationToken cancellationToken
    ) =>
        RemoveAsync(
            "lambda",
            "DeleteEventSourceMapping",
            new JsonObject { ["UUID"] = current.PhysicalId },
            cancellationToken
        );
}
