using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::SNS::TopicPolicy.</summary>
/// <param name="aws">The services.</param>
internal sealed class TopicPolicyResource(AwsDispatcher aws)
    : ResourceType(aws, "AWS::SNS::TopicPolicy", ["Topics", "PolicyDocument"], ["Topics"])
{
    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        await SetAsync(request.Properties, Document(request), cancellationToken);
        return new ResourceState($"{request.Stack.Name}-{request.LogicalId}-{request.Suffix}", []);
    }

    public override async Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    )
    {
        await SetAsync(request.Properties, Document(request), cancellationToken);
        return current;
    }

    public override Task DeleteAsync(
        ResourceRequest request,
        ResourceState current,
        CancellationToken cancellationToken
    ) => SetAsync(request.Properties, "", cancellationToken);

    private static string Document(ResourceRequest request) =>
        OperationInput.Document(request.Properties["PolicyDocument"]);

    private async Task SetAsync(JsonObject properties, string policy, CancellationToken cancellationToken)
    {
        foreach (var topic in (properties["Topics"] as JsonArray ?? []).Select(Scalars.Of))
        {
            var input = new JsonObject
            {
                ["TopicArn"] = topic,
                ["AttributeName"] = "Policy",
                ["AttributeValue"] = policy,
            };
            await CallAsync("sns", "SetTopicAttributes", input, cancellationToken);
        }
    }
}
