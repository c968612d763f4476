using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::SNS::Subscription.</summary>
/// <param name="aws">The services.</param>
internal sealed class SubscriptionResource(AwsDispatcher aws)
    : ResourceType(aws, "AWS::SNS::Subscription", Members, Members)
{
    private static readonly string[] Members = ["TopicArn", "Protocol", "Endpoint"];

    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var input = OperationInput.Of(request.Properties, Members);
        input["ReturnSubscriptionArn"] = true;
        var output = await CallAsync("sns", "Subscribe", input, cancellationToken);
        return new ResourceState(output.Scalar("SubscriptionArn")!, []);
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
            "sns",
            "Unsubscribe",
            new JsonObject { ["SubscriptionArn"] = current.PhysicalId },
            cancellationToken
        );
}
