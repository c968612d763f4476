using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.CloudFormation.Stacks;

/// <summary>One line of a stack's history.</summary>
internal sealed record StackEvent(
    string EventId,
    DateTimeOffset Timestamp,
    string LogicalResourceId,
    string PhysicalResourceId,
    string ResourceType,
    string ResourceStatus,
    string? Reason
)
{
    public JsonObject Describe(StackIdentity stack)
    {
        var members = new JsonObject
        {
            ["StackId"] = stack.Id,
            ["StackName"] = stack.Name,
            ["EventId"] = EventId,
            ["Timestamp"] = JsonValue.Create(Timestamp),
            ["LogicalResourceId"] = LogicalResourceId,
            ["PhysicalResourceId"] = PhysicalResourceId,
            ["ResourceType"] = ResourceType,
            ["ResourceStatus"] = ResourceStatus,
        };
        if (Reason is not null)
        {
            members["ResourceStatusReason"] = Reason;
        }

        return members;
    }
}
