using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.Iam;

/// <summary>A role as IAM's outputs show it.</summary>
internal static class RoleView
{
    public static JsonObject Of(Role role)
    {
        var view = new JsonObject
        {
            ["Path"] = role.Path,
            ["RoleName"] = role.Name,
            ["RoleId"] = role.Id,
            ["Arn"] = role.Arn,
            ["CreateDate"] = JsonValue.Create(role.CreateDate),
            // IAM URL-encodes the policy documents it returns.
            ["AssumeRolePolicyDocument"] = Uri.EscapeDataString(role.Trust.Text),
            ["Description"] = role.Description,
            ["MaxSessionDuration"] = role.MaxSessionDuration,
        };
        if (role.Tags.Count > 0)
        {
            view["Tags"] = new JsonArray([
                .. role.Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value }),
            ]);
        }

        if (role.BoundaryArn is { } arn)
        {
            view["PermissionsBoundary"] = new JsonObject
            {
                ["PermissionsBoundaryType"] = "Policy",
                ["PermissionsBoundaryArn"] = arn,
            };
        }

        return view;
    }

    public static JsonObject List(string name, IEnumerable<string> items) =>
        new() { [name] = new JsonArray([.. items.Select(item => JsonValue.Create(item))]), ["IsTruncated"] = false };

    public static JsonObject Attached(Role role) =>
        new()
        {
            ["AttachedPolicies"] = new JsonArray([
                .. role.Attached.Select(arn => new JsonObject
                {
                    ["PolicyName"] = arn[(arn.LastIndexOf('/') + 1)..],
                    ["PolicyArn"] = arn,
                }),
            ]),
            ["IsTruncated"] = false,
        };
}
