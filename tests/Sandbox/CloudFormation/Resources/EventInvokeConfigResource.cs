using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::Lambda::EventInvokeConfig.</summary>
/// <param name="aws">The services.</param>
internal sealed class EventInvokeConfigResource(AwsDispatcher aws)
    : ResourceType(aws, "AWS::Lambda::EventInvokeConfig", Members, ["FunctionName", "Qualifier"])
{
    private static readonly string[] Members =
    [
        "FunctionName",
        "Qualifier",
        "MaximumRetryAttempts",
        "MaximumEventAgeInSeconds",
    ];

    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        await PutAsync(request, cancellationToken);
        return new ResourceState($"{request.Stack.Name}-{request.LogicalId}-{request.Suffix}", []);
    }

    public override async Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    )
    {
        await PutAsync(request, cancellationToken);
        return current;
    }

    public override Task DeleteAsync(
        ResourceRequest request,
        ResourceState current,
        CancellationToken cancellationToken
    ) =>
        RemoveAsync(
            "lambda",
            "DeleteFunctionEventInvokeConfig",
            OperationInput.Of(request.Properties, "FunctionName", "Qualifier"),
            cancellationToken
        );

    private Task<JsonObject> PutAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        CallAsync(
            "lambda",
            "PutFunctionEventInvokeConfig",
            OperationInput.Of(request.Properties, Members),
            cancellationToken
        );
}
