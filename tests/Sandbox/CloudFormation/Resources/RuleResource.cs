using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::Events::Rule with its targets. On a custom bus Ref gives <c>bus|rule</c>.</summary>
/// <param name="aws">The services.</param>
internal sealed class RuleResource(AwsDispatcher aws)
    : ResourceType(aws, "AWS::Events::Rule", [.. RuleMembers, "Name", "Targets"], ["Name", "EventBusName"])
{
    private static readonly string[] RuleMembers =
    [
        "EventBusName",
        "EventPattern",
        "State",
        "ScheduleExpression",
        "Description",
        "RoleArn",
        "Tags",
    ];

    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = NameOf(request, "Name", 64);
        var bus = BusOf(request.Properties);
        var id = bus is "default" ? name : $"{bus}|{name}";
        var read = new JsonObject { ["Name"] = name, ["EventBusName"] = bus };
        await DemandFreeAsync(
            id,
            ("events", "DescribeRule", read),
            found => found.ContainsKey("Name"),
            cancellationToken
        );
        var rule = await CallAsync("events", "PutRule", Rule(name, request.Properties), cancellationToken);
        request.Initiated(id);
        await PutTargetsAsync(name, request.Properties, cancellationToken);
        return new ResourceState(id, new JsonObject { ["Arn"] = rule.Scalar("RuleArn"), ["RuleName"] = name });
    }

    public override async Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    )
    {
        var name = RuleNameOf(current);
        await CallAsync("events", "PutRule", Rule(name, request.Properties), cancellationToken);
        var kept = TargetIds(request.Properties).ToHashSet(StringComparer.Ordinal);
        await RemoveTargetsAsync(
            name,
            request.Properties,
            TargetIds(old).Where(id => !kept.Contains(id)),
            cancellationToken
        );
        await PutTargetsAsync(name, request.Properties, cancellationToken);
        return current;
    }

    public override async Task DeleteAsync(
        ResourceRequest request,
        ResourceState current,
        CancellationToken cancellationToken
    )
    {
        var name = RuleNameOf(current);
        var ids = new JsonArray([.. TargetIds(request.Properties).Select(id => JsonValue.Create(id))]);
        if (ids.Count > 0)
        {
            var targets = new JsonObject
            {
                ["Rule"] = name,
                ["EventBusName"] = BusOf(request.Properties),
                ["Ids"] = ids,
            };
            await RemoveAsync("events", "RemoveTargets", targets, cancellationToken);
        }

        await RemoveAsync(
            "events",
            "DeleteRule",
            new JsonObject { ["Name"] = name, ["EventBusName"] = BusOf(request.Properties) },
            cancellationToken
        );
    }

    private static string BusOf(JsonObject properties) => properties.Scalar("EventBusName") ?? "default";

    private static string RuleNameOf(ResourceState state) => state.PhysicalId.Split('|')[^1];

    private static JsonObject Rule(string name, JsonObject properties)
    {
        var input = OperationInput.Of(properties, RuleMembers);
        input["Name"] = name;
        return input;
    }

    private static IEnumerable<string> TargetIds(JsonObject properties) =>
        (properties["Targets"] as JsonArray ?? []).OfType<JsonObject>().Select(target => target.Scalar("Id") ?? "");

    private async Task PutTargetsAsync(string rule, JsonObject properties, CancellationToken cancellationToken)
    {
        if (!properties.ContainsKey("Targets"))
        {
            return;
        }

        var input = OperationInput.Of(properties, "Targets", "EventBusName");
        input["Rule"] = rule;
        Demand(await CallAsync("events", "PutTargets", input, cancellationToken));
    }

    private async Task RemoveTargetsAsync(
        string rule,
        JsonObject properties,
        IEnumerable<string> ids,
        CancellationToken cancellationToken
    )
    {
        var list = ids.Select(id => JsonValue.Create(id)).ToArray<JsonNode?>();
        if (list.Length > 0)
        {
            var input = new JsonObject
            {
                ["Rule"] = rule,
                ["EventBusName"] = BusOf(properties),
                ["Ids"] = new JsonArray(list),
            };
            Demand(await CallAsync("events", "RemoveTargets", input, cancellationToken));
        }
    }

    private static void Demand(JsonObject output)
    {
        if ((output["FailedEntries"] as JsonArray)?.FirstOrDefault() is JsonObject failed)
        {
            throw new AwsException(
                failed.Scalar("ErrorCode") ?? "InternalException",
                $"Target {failed.Scalar("TargetId")}: {failed.Scalar("ErrorMessage")}"
            );
        }
    }
}
