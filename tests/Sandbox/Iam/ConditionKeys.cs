using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Iam;

/// <summary>The values of condition keys for one call.</summary>
internal static class ConditionKeys
{
    private const int AccountPart = 4;

    /// <summary>Adds the global keys to a service's own.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="ofService">The service's keys.</param>
    /// <returns>All keys, which are compared without regard to case.</returns>
    public static IReadOnlyDictionary<string, string> Of(
        Principal caller,
        IReadOnlyDictionary<string, string>? ofService
    )
    {
        var keys = new Dictionary<string, string>(
            ofService ?? new Dictionary<string, string>(),
            StringComparer.OrdinalIgnoreCase
        )
        {
            ["aws:SecureTransport"] = "true",
            ["aws:RequestedRegion"] = Account.Region,
            ["aws:PrincipalIsAWSService"] = caller is Principal.Service ? "true" : "false",
        };
        if (caller is Principal.Service { SourceArn: { } source })
        {
            keys["aws:SourceArn"] = source;
            keys["aws:SourceAccount"] = source.Split(':').ElementAtOrDefault(AccountPart) ?? Account.Id;
        }
        else if (caller is not Principal.Service)
        {
            keys["aws:PrincipalAccount"] = Account.Id;
        }

        return keys;
    }
}
