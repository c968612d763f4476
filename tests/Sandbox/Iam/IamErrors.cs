using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Iam;

/// <summary>IAM's errors.</summary>
internal static class IamErrors
{
    public static AwsException NoSuchEntity(string what) => new("NoSuchEntity", what, 404);

    public static AwsException NoSuchRole(string name) => NoSuchEntity($"The role with name {name} cannot be found.");

    public static AwsException NoSuchRolePolicy(string name) =>
        NoSuchEntity($"The role policy with name {name} cannot be found.");

    public static AwsException RoleExists(string name) =>
        new("EntityAlreadyExists", $"Role with name {name} already exists.", 409);

    public static AwsException DeleteConflict(string why) => new("DeleteConflict", why, 409);

    public static AwsException Invalid(string why) => new("ValidationError", why);
}
