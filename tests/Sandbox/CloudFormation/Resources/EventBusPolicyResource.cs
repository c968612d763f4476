using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::Events::EventBusPolicy: one statement of a bus's policy.</summary>
/// <param name="aws">The services.</param>
internal sealed class EventBusPolicyResource(AwsDispatcher aws)
    : ResourceType(
        aws,
        "AWS::Events::EventBusPolicy",
        ["EventBusName", "StatementId", "Statement"],
        ["EventBusName", "StatementId"]
    )
{
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
        CallAsync(
            "events",
            "RemovePermission",
            OperationInput.Of(request.Properties, "EventBusName", "StatementId"),
            cancellationToken
        );

    /// <summary>PutPermission's Policy replaces the whole policy, so the other statements go along.</summary>
    private async Task PutAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var id = Required(request, "StatementId");
        var bus = request.Properties.Scalar("EventBusName") ?? "default";
        var described = await CallAsync(
            "events",
            "DescribeEventBus",
            new JsonObject { ["Name"] = bus },
            cancellationToken
        );
        var policy = described.Scalar("Policy") is { Length: > 0 } text ? JsonNode.Parse(text)!.AsObject() : [];
        var statements = (policy["Statement"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Where(statement => !string.Equals(statement.Scalar("Sid"), id, StringComparison.Ordinal))
            .Select(statement => statement.DeepClone());
        var own = request.Properties.Section("Statement").DeepClone().AsObject();
        own["Sid"] = id;
        var whole = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements, own]) };
        var input = new JsonObject { ["EventBusName"] = bus, ["Policy"] = OperationInput.Document(whole) };
        await CallAsync("events", "PutPermission", input, cancellationToken);
    }
}
