using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Iam;

/// <summary>IAM's roles and their policies.</summary>
internal sealed partial class IamService(SandboxContext context) : IAwsService
{
    private const string RoleName = "RoleName";
    private const string PolicyName = "PolicyName";
    private const string PolicyDocument = "PolicyDocument";

    public string SigningName => "iam";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        Func<JsonObject, JsonObject> run = request.Operation switch
        {
            "CreateRole" => CreateRole,
            "GetRole" => input => new JsonObject { ["Role"] = RoleView.Of(Get(input)) },
            "DeleteRole" => DeleteRole,
            "UpdateAssumeRolePolicy" => UpdateAssumeRolePolicy,
            "PutRolePolicy" => PutRolePolicy,
            "GetRolePolicy" => GetRolePolicy,
            "DeleteRolePolicy" => DeleteRolePolicy,
            "ListRolePolicies" => input =>
                RoleView.List("PolicyNames", Get(input).Inline.Keys.Order(StringComparer.Ordinal)),
            "AttachRolePolicy" => AttachRolePolicy,
            "DetachRolePolicy" => DetachRolePolicy,
            "ListAttachedRolePolicies" => input => RoleView.Attached(Get(input)),
            "PutRolePermissionsBoundary" => PutRolePermissionsBoundary,
            "TagRole" => TagRole,
            _ => throw AwsException.NotInSandbox(SigningName, request.Operation),
        };
        var name = request.Input.Text(RoleName);
        var role = name is null ? null : context.Identities.Roles.GetValueOrDefault(name);
        context.Authorizer.Demand(request.Caller, $"iam:{request.Operation}", role?.Arn ?? ArnOf("/", name));
        return Task.FromResult(run(request.Input));
    }

    [GeneratedRegex(@"^[\w+=,.@-]{1,64}\z", RegexOptions.None, 1000)]
    private static partial Regex NameShape();

    private static string ArnOf(string path, string? name) =>
        $"arn:{Account.Partition}:iam::{Account.Id}:role{path}{name ?? "*"}";

    private static string Required(JsonObject input, string member) =>
        input.Text(member) is { Length: > 0 } text
            ? text
            : throw IamErrors.Invalid($"Value at '{member}' failed to satisfy constraint: Member must not be null");

    private static Policy Parse(JsonObject input, string member) => Policy.Parse(Required(input, member));

    private JsonObject CreateRole(JsonObject input)
    {
        var name = Required(input, RoleName);
        if (!NameShape().IsMatch(name))
        {
            throw IamErrors.Invalid(
                "The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the "
                    + "following: +=,.@_- and be no longer than 64 characters."
            );
        }

        var boundary = input.Text("PermissionsBoundary");
        var role = new Role
        {
            Name = name,
            Id = $"AROA{Ids.Base32(context.Ids, 17)}",
            Path = input.Text("Path") ?? "/",
            CreateDate = context.Clock.Now,
            Trust = Parse(input, "AssumeRolePolicyDocument"),
            Description = input.Text("Description"),
            MaxSessionDuration = input.Whole("MaxSessionDuration") ?? 3600,
            Boundary = boundary is null ? null : ManagedPolicies.Find(boundary),
            BoundaryArn = boundary,
            Tags = Tags(input),
        };
        return context.Identities.Roles.TryAdd(name, role)
            ? new JsonObject { ["Role"] = RoleView.Of(role) }
            : throw IamErrors.RoleExists(name);
    }

    private JsonObject DeleteRole(JsonObject input)
    {
        var role = Get(input);
        if (role.Inline.Count > 0)
        {
            throw IamErrors.DeleteConflict("Cannot delete entity, must delete policies first.");
        }

        if (role.Attached.Count > 0)
        {
            throw IamErrors.DeleteConflict("Cannot delete entity, must detach all policies first.");
        }

        context.Identities.Roles.TryRemove(role.Name, out _);
        return [];
    }

    private JsonObject UpdateAssumeRolePolicy(JsonObject input)
    {
        var trust = Parse(input, PolicyDocument);
        return Replace(input, role => role with { Trust = trust });
    }

    private JsonObject PutRolePolicy(JsonObject input)
    {
        var name = Required(input, PolicyName);
        var policy = Parse(input, PolicyDocument);
        if (policy.Statements.Any(statement => statement.Resources.Count == 0))
        {
            throw PolicyJson.Malformed("Policy statement must contain resources.");
        }

        return Replace(
            input,
            role => role with { Inline = new Dictionary<string, Policy>(role.Inline) { [name] = policy } }
        );
    }

    private JsonObject GetRolePolicy(JsonObject input)
    {
        var role = Get(input);
        var name = Required(input, PolicyName);
        return role.Inline.TryGetValue(name, out var policy)
            ? new JsonObject
            {
                [RoleName] = role.Name,
                [PolicyName] = name,
                [PolicyDocument] = Uri.EscapeDataString(policy.Text),
            }
            : throw IamErrors.NoSuchRolePolicy(name);
    }

    private JsonObject DeleteRolePolicy(JsonObject input)
    {
        var name = Required(input, PolicyName);
        return Replace(
            input,
            role =>
            {
                var inline = role.Inline.ToDictionary(StringComparer.Ordinal);
                return inline.Remove(name) ? role with { Inline = inline } : throw IamErrors.NoSuchRolePolicy(name);
            }
        );
    }

    private JsonObject AttachRolePolicy(JsonObject input)
    {
        var arn = Required(input, "PolicyArn");
        ManagedPolicies.Find(arn);
        return Replace(input, role => role with { Attached = [.. role.Attached.Union([arn])] });
    }

    private JsonObject DetachRolePolicy(JsonObject input)
    {
        var arn = Required(input, "PolicyArn");
        return Get(input).Attached.Contains(arn, StringComparer.Ordinal)
            ? Replace(input, role => role with { Attached = [.. role.Attached.Except([arn])] })
            : throw IamErrors.NoSuchEntity($"Policy {arn} was not found.");
    }

    private JsonObject PutRolePermissionsBoundary(JsonObject input)
    {
        var arn = Required(input, "PermissionsBoundary");
        var boundary = ManagedPolicies.Find(arn);
        return Replace(input, role => role with { Boundary = boundary, BoundaryArn = arn });
    }

    private JsonObject TagRole(JsonObject input) =>
        Replace(
            input,
            role =>
                role with
                {
                    Tags = role
                        .Tags.Concat(Tags(input))
                        .GroupBy(tag => tag.Key)
                        .ToDictionary(tag => tag.Key, tag => tag.Last().Value),
                }
        );

    private static Dictionary<string, string> Tags(JsonObject input) =>
        input
            .Structures("Tags")
            .ToDictionary(
                tag => Required(tag, "Key"),
                tag => tag.Text("Value") ?? string.Empty,
                StringComparer.Ordinal
            );

    private Role Get(JsonObject input)
    {
        var name = Required(input, RoleName);
        return context.Identities.Roles.GetValueOrDefault(name) ?? throw IamErrors.NoSuchRole(name);
    }

    private JsonObject Replace(JsonObject input, Func<Role, Role> change)
    {
        Role before;
        do
        {
            before = Get(input);
        } while (!context.Identities.Roles.TryUpdate(before.Name, change(before), before));

        return [];
    }
}
