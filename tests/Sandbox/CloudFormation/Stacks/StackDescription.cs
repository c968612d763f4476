using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;

namespace Firetiger.Sandbox.CloudFormation.Stacks;

/// <summary>Writes the outputs that describe stacks and templates.</summary>
internal static class StackDescription
{
    public static JsonObject Of(Stack stack)
    {
        var members = Summary(stack);
        members["Parameters"] = Parameters(stack.Plan);
        members["DisableRollback"] = stack.DisableRollback;
        members["NotificationARNs"] = new JsonArray();
        members["Capabilities"] = stack.Capabilities.DeepClone();
        members["Outputs"] = stack.Outputs.DeepClone();
        members["Tags"] = stack.Tags.DeepClone();
        members["EnableTerminationProtection"] = false;
        if (stack.Plan.Template.Description is { } description)
        {
            members["Description"] = description;
        }

        return members;
    }

    public static JsonObject Summary(Stack stack)
    {
        var members = new JsonObject
        {
            ["StackId"] = stack.Identity.Id,
            ["StackName"] = stack.Identity.Name,
            ["CreationTime"] = JsonValue.Create(stack.CreationTime),
            ["StackStatus"] = stack.Status,
        };
        AddTime(members, "LastUpdatedTime", stack.LastUpdatedTime);
        AddTime(members, "DeletionTime", stack.DeletionTime);
        if (stack.StatusReason is { } reason)
        {
            members["StackStatusReason"] = reason;
        }

        return members;
    }

    /// <summary>Writes the resources that the stack has or had, with their newest status.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="timestampMember">The two operations call it Timestamp and LastUpdatedTimestamp.</param>
    /// <returns>The list.</returns>
    public static JsonArray Resources(Stack stack, string timestampMember) =>
        new([
            .. stack
                .ResourceStatuses.OrderBy(status => status.LogicalResourceId, StringComparer.Ordinal)
                .Select(status =>
                {
                    var members = status.Describe(stack.Identity);
                    members.Remove("EventId");
                    members.Remove("Timestamp");
                    members[timestampMember] = JsonValue.Create(status.Timestamp);
                    return members;
                }),
        ]);

    public static JsonObject OfTemplate(Template template)
    {
        var parameters = template.Parameters.Values.Select(parameter =>
        {
            var members = new JsonObject { ["ParameterKey"] = parameter.Name, ["NoEcho"] = parameter.NoEcho };
            AddText(members, "DefaultValue", parameter.Default);
            AddText(members, "Description", parameter.Description);
            return members;
        });
        var output = new JsonObject
        {
            ["Parameters"] = new JsonArray([.. parameters]),
            ["Capabilities"] = new JsonArray([.. template.Capabilities.Select(name => JsonValue.Create(name))]),
        };
        AddText(output, "Description", template.Description);
        return output;
    }

    private static JsonArray Parameters(StackPlan plan) =>
        new([
            .. plan.Parameters.Select(parameter => new JsonObject
            {
                ["ParameterKey"] = parameter.Key,
                ["ParameterValue"] = plan.Template.Parameters[parameter.Key].NoEcho ? "****" : parameter.Value,
            }),
        ]);

    private static void AddTime(JsonObject members, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            members[name] = JsonValue.Create(known);
        }
    }

    private static void AddText(JsonObject members, string name, string? text)
    {
        if (text is not null)
        {
            members[name] = text;
        }
    }
}
