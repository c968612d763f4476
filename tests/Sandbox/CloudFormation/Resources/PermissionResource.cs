using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::Lambda::Permission, which any change replaces.</summary>
/// <param name="aws">The services.</param>
internal sealed class PermissionResource(AwsDispatcher aws)
    : ResourceType(aws, "AWS::Lambda::Permission", Members, Members)
{
    private static readonly string[] Members = ["FunctionName", "Action", "Principal", "SourceArn", "SourceAccount"];

    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var id = $"{request.Stack.Name}-{request.LogicalId}-{request.Suffix}";
        var input = OperationInput.Of(request.Properties, Members);
        input["StatementId"] = id;
        await CallAsync("lambda", "AddPermission", input, cancellationToken);
        return new ResourceState(id, new JsonObject { ["Id"] = id });
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
    )
    {
        var function = request.Properties.Scalar("FunctionName");
        var input = new JsonObject { ["FunctionName"] = function, ["StatementId"] = current.PhysicalId };
        return CallAsync("lambda", "RemovePermission", input, cancellationToken);
    }
}
