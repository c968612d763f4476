using System.Text.Json.Nodes;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.CloudFormation.Resources;

/// <summary>AWS::IAM::Role with its inline and attached policies.</summary>
/// <param name="aws">The services.</param>
internal sealed class RoleResource(AwsDispatcher aws)
    : ResourceType(
        aws,
        "AWS::IAM::Role",
        [.. CreateMembers, "RoleName", "Policies", "ManagedPolicyArns"],
        ["RoleName", "Path", "PermissionsBoundary", "Description", "MaxSessionDuration", "Tags"]
    )
{
    private static readonly string[] CreateMembers =
    [
        "AssumeRolePolicyDocument",
        "Description",
        "MaxSessionDuration",
        "Path",
        "PermissionsBoundary",
        "Tags",
    ];

    public override async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = NameOf(request, "RoleName", 64);
        var input = OperationInput.Of(request.Properties, CreateMembers);
        input["RoleName"] = name;
        var created = await CallAsync("iam", "CreateRole", input, cancellationToken);
        request.Initiated(name);
        await PutPoliciesAsync(name, request.Properties, cancellationToken);
        var role = created.Section("Role");
        return new ResourceState(
            name,
            new JsonObject { ["Arn"] = role.Scalar("Arn"), ["RoleId"] = role.Scalar("RoleId") }
        );
    }

    public override async Task<ResourceState> UpdateAsync(
        ResourceRequest request,
        ResourceState current,
        JsonObject old,
        CancellationToken cancellationToken
    )
    {
        var name = current.PhysicalId;
        var trust = OperationInput.Document(request.Properties["AssumeRolePolicyDocument"]);
        var input = new JsonObject { ["RoleName"] = name, ["PolicyDocument"] = trust };
        await CallAsync("iam", "UpdateAssumeRolePolicy", input, cancellationToken);
        await DropPoliciesAsync(name, old, request.Properties, cancellationToken);
        await PutPoliciesAsync(name, request.Properties, cancellationToken);
        return current;
    }

    public override async Task DeleteAsync(
        ResourceRequest request,
        ResourceState current,
        CancellationToken cancellationToken
    )
    {
        await DropPoliciesAsync(current.PhysicalId, request.Properties, [], cancellationToken);
        await RemoveAsync("iam", "DeleteRole", new JsonObject { ["RoleName"] = current.PhysicalId }, cancellationToken);
    }

    private static IEnumerable<JsonObject> Inline(JsonObject properties) =>
        (properties["Policies"] as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<string> InlineNames(JsonObject properties) =>
        Inline(properties).Select(policy => policy.Scalar("PolicyName") ?? "");

    private static IEnumerable<string> Attached(JsonObject properties) =>
        (properties["ManagedPolicyArns"] as JsonArray ?? []).Select(arn => Scalars.Of(arn) ?? "");

    private async Task PutPoliciesAsync(string role, JsonObject properties, CancellationToken cancellationToken)
    {
        foreach (var policy in Inline(properties))
        {
            var input = OperationInput.Of(policy, "PolicyName", "PolicyDocument");
            input["RoleName"] = role;
            await CallAsync("iam", "PutRolePolicy", input, cancellationToken);
        }

        foreach (var arn in Attached(properties))
        {
            var input = new JsonObject { ["RoleName"] = role, ["PolicyArn"] = arn };
            await CallAsync("iam", "AttachRolePolicy", input, cancellationToken);
        }
    }

    private async Task DropPoliciesAsync(
        string role,
        JsonObject old,
        JsonObject wanted,
        CancellationToken cancellationToken
    )
    {
        foreach (var name in InlineNames(old).Except(InlineNames(wanted), StringComparer.Ordinal))
        {
            var input = new JsonObject { ["RoleName"] = role, ["PolicyName"] = name };
            await RemoveAsync("iam", "DeleteRolePolicy", input, cancellationToken);
        }

        foreach (var arn in Attached(old).Except(Attached(wanted), StringComparer.Ordinal))
        {
            var input = new JsonObject { ["RoleName"] = role, ["PolicyArn"] = arn };
            await RemoveAsync("iam", "DetachRolePolicy", input, cancellationToken);
        }
    }
}
