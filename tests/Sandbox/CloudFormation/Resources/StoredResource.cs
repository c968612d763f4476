using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>A resource of SNS: the sandbox has no such service, so it is only remembered that the stack has it.</summary>
/// <param name="aws">The services.</param>
/// <param name="type">The type.</param>
/// <param name="properties">Its properties.</param>
internal sealed class StoredResource(AwsDispatcher aws, string type, params string[] properties)
    : ResourceType(aws, type, properties, [.. properties.Where(name => name is "TopicName")])
{
    public override Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = NameOf(request, "TopicName", 256);
        var arn = request.Properties.Scalar("TopicArn") is { } topic
            ? $"{topic}:{request.Suffix}"
            : Account.Arn("sns", name);
        var attributes = new JsonObject
        {
            ["TopicArn"] = arn,
            ["TopicName"] = name,
            ["Arn"] = arn,
        };
        return Task.FromResult(new ResourceState(arn, attributes));
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
    ) => Task.CompletedTask;
}
