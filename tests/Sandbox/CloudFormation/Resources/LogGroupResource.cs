using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::Logs::LogGroup.</summary>
/// <param name="aws">The services.</param>
internal sealed class LogGroupResource(AwsDispatcher aws)
    : ResourceType(aws, "AWS::Logs::LogGroup", ["LogGroupName", "RetentionInDays", "Tags"], ["LogGroupName", "Tags"])
{
    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = NameOf(request, "LogGroupName", 512);
        await CallAsync("logs", "CreateLogGroup", new JsonObject { ["logGroupName"] = name }, cancellationToken);
        request.Initiated(name);
        await RetainAsync(name, request.Properties, cancellationToken);
        return new ResourceState(name, new JsonObject { ["Arn"] = $"{Account.Arn("logs", $"log-group:{name}")}:*" });
    }

    public override async Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    )
    {
        await RetainAsync(current.PhysicalId, request.Properties, cancellationToken);
        return current;
    }

    public override Task DeleteAsync(
        ResourceRequest request,
        ResourceState current,
        CancellationToken cancellationToken
    ) =>
        RemoveAsync(
            "logs",
            "DeleteLogGroup",
            new JsonObject { ["logGroupName"] = current.PhysicalId },
            cancellationToken
        );

    private Task<JsonObject> RetainAsync(string name, JsonObject properties, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["logGroupName"] = name };
        if (!properties.ContainsKey("RetentionInDays"))
        {
            return CallAsync("logs", "DeleteRetentionPolicy", input, cancellationToken);
        }

        input["retentionInDays"] = OperationInput.Of(properties, "RetentionInDays")["RetentionInDays"]!.DeepClone();
        return CallAsync("logs", "PutRetentionPolicy", input, cancellationToken);
    }
}
