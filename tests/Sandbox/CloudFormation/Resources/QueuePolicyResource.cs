using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::SQS::QueuePolicy.</summary>
/// <param name="aws">The services.</param>
internal sealed class QueuePolicyResource(AwsDispatcher aws)
    : ResourceType(aws, "AWS::SQS::QueuePolicy", ["Queues", "PolicyDocument"], [])
{
    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var id = $"{request.Stack.Name}-{request.LogicalId}-{request.Suffix}";
        await SetAsync(
            Queues(request.Properties),
            OperationInput.Document(request.Properties["PolicyDocument"]),
            cancellationToken
        );
        return new ResourceState(id, new JsonObject { ["Id"] = id });
    }

    public override async Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    )
    {
        var queues = Queues(request.Properties);
        await SetAsync(Queues(old).Except(queues, StringComparer.Ordinal), "", cancellationToken);
        await SetAsync(queues, OperationInput.Document(request.Properties["PolicyDocument"]), cancellationToken);
        return current;
    }

    public override Task DeleteAsync(
        ResourceRequest request,
        ResourceState current,
        CancellationToken cancellationToken
    ) => SetAsync(Queues(request.Properties), "", cancellationToken);

    private static List<string> Queues(JsonObject properties) =>
        [.. (properties["Queues"] as JsonArray ?? []).Select(url => Scalars.Of(url) ?? "")];

    private async Task SetAsync(IEnumerable<string> queues, string policy, CancellationToken cancellationToken)
    {
        foreach (var url in queues)
        {
            var attributes = new JsonObject { ["Policy"] = policy };
            var input = new JsonObject { ["QueueUrl"] = url, ["Attributes"] = attributes };
            await CallAsync("sqs", "SetQueueAttributes", input, cancellationToken);
        }
    }
}
