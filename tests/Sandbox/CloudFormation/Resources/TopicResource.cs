using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::SNS::Topic. Ref gives its ARN.</summary>
/// <param name="aws">The services.</param>
internal sealed class TopicResource(AwsDispatcher aws)
    : ResourceType(aws, "AWS::SNS::Topic", ["TopicName", "DisplayName", "Tags"], ["TopicName", "DisplayName", "Tags"])
{
    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = NameOf(request, "TopicName", 256);
        var arn = Account.Arn("sns", name);
        await DemandFreeAsync(
            name,
            ("sns", "GetTopicAttributes", new JsonObject { ["TopicArn"] = arn }),
            _ => true,
            cancellationToken
        );
        var input = new JsonObject { ["Name"] = name };
        if (request.Properties.ContainsKey("DisplayName"))
        {
            input["Attributes"] = OperationInput.Of(request.Properties, "DisplayName");
        }

        await CallAsync("sns", "CreateTopic", input, cancellationToken);
        request.Initiated(arn);
        return new ResourceState(arn, new JsonObject { ["TopicArn"] = arn, ["TopicName"] = name });
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
    ) => RemoveAsync("sns", "DeleteTopic", new JsonObject { ["TopicArn"] = current.PhysicalId }, cancellationToken);
}
