using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::SQS::Queue. Ref gives its URL.</summary>
/// <param name="aws">The services.</param>
internal sealed class QueueResource(AwsDispatcher aws)
    : ResourceType(aws, "AWS::SQS::Queue", [.. QueueAttributes, "QueueName", "Tags"], ["QueueName", "FifoQueue"])
{
    private static readonly string[] QueueAttributes =
    [
        "DelaySeconds",
        "FifoQueue",
        "KmsMasterKeyId",
        "MaximumMessageSize",
        "MessageRetentionPeriod",
        "ReceiveMessageWaitTimeSeconds",
        "RedriveAllowPolicy",
        "RedrivePolicy",
        "SqsManagedSseEnabled",
        "VisibilityTimeout",
    ];

    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = NameOf(request, "QueueName", 80);
        var input = new JsonObject { ["QueueName"] = name, ["Attributes"] = AttributesOf(request.Properties) };
        if (request.Properties.ContainsKey("Tags"))
        {
            input["tags"] = OperationInput.TagMap(request.Properties);
        }

        await DemandFreeAsync(
            name,
            ("sqs", "GetQueueUrl", new JsonObject { ["QueueName"] = name }),
            found => found.ContainsKey("QueueUrl"),
            cancellationToken
        );
        var created = await CallAsync("sqs", "CreateQueue", input, cancellationToken);
        var url = created.Scalar("QueueUrl")!;
        request.Initiated(url);
        return new ResourceState(
            url,
            new JsonObject
            {
                ["Arn"] = Account.Arn("sqs", name),
                ["QueueName"] = name,
                ["QueueUrl"] = url,
            }
        );
    }

    public override async Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    )
    {
        var attributes = AttributesOf(request.Properties);
        foreach (var dropped in QueueAttributes.Where(name => old.ContainsKey(name) && !attributes.ContainsKey(name)))
        {
            attributes[dropped] = Default(dropped);
        }

        await CallAsync(
            "sqs",
            "SetQueueAttributes",
            new JsonObject { ["QueueUrl"] = current.PhysicalId, ["Attributes"] = attributes },
            cancellationToken
        );
        return current;
    }

    public override Task DeleteAsync(
        ResourceRequest request,
        ResourceState current,
        CancellationToken cancellationToken
    ) => RemoveAsync("sqs", "DeleteQueue", new JsonObject { ["QueueUrl"] = current.PhysicalId }, cancellationToken);

    private static JsonObject AttributesOf(JsonObject properties) =>
        new(
            QueueAttributes
                .Where(properties.ContainsKey)
                .Select(name => KeyValuePair.Create<string, JsonNode?>(name, OperationInput.Document(properties[name])))
        );

    /// <summary>Tells what an attribute goes back to when the template no longer sets it.</summary>
    private static string Default(string attribute) =>
        attribute switch
        {
            "MaximumMessageSize" => "1048576",
            "MessageRetentionPeriod" => "345600",
            "VisibilityTimeout" => "30",
            "DelaySeconds" or "ReceiveMessageWaitTimeSeconds" => "0",
            "SqsManagedSseEnabled" => "true",
            _ => "",
        };
}
