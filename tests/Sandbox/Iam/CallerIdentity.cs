using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Iam;

/// <summary>How AWS names a caller.</summary>
internal static class CallerIdentity
{
    private const string Root = $"arn:{Account.Partition}:iam::{Account.Id}:root";

    /// <summary>Gives the name that errors and GetCallerIdentity tell.</summary>
    /// <param name="caller">The caller.</param>
    /// <returns>An ARN, or a service's principal.</returns>
    public static string Of(Principal caller) =>
        caller switch
        {
            Principal.Role role =>
                $"arn:{Account.Partition}:sts::{Account.Id}:assumed-role/{role.RoleName}/{role.SessionName}",
            Principal.Service service => service.Name,
            _ => Root,
        };
}
