using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Iam;

/// <summary>The Principal element of a resource's policy.</summary>
/// <param name="IsAnyone">Whether it is <c>*</c>.</param>
/// <param name="Aws">ARNs and account ids.</param>
/// <param name="Services">Service principals.</param>
internal sealed record PrincipalElement(bool IsAnyone, IReadOnlyList<string> Aws, IReadOnlyList<string> Services)
{
    private const string Root = $"arn:{Account.Partition}:iam::{Account.Id}:root";

    public static PrincipalElement? Parse(JsonNode? element) =>
        element switch
        {
            null => null,
            JsonObject kinds when kinds.All(kind => kind.Key is "AWS" or "Service") => new PrincipalElement(
                PolicyJson.TextOrTexts(kinds["AWS"]).Contains("*", StringComparer.Ordinal),
                PolicyJson.TextOrTexts(kinds["AWS"]),
                PolicyJson.TextOrTexts(kinds["Service"])
            ),
            JsonValue value when PolicyJson.TextOrTexts(value) is ["*"] => new PrincipalElement(true, [], []),
            _ => throw PolicyJson.Malformed("Invalid principal in policy"),
        };

    /// <summary>Tells whether the element names a caller.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="callerArns">The ARNs of a role and its session; none for others.</param>
    /// <param name="asAccount">Whether the account's root stands for everyone in the account: in a denial, and where identity policies decide as well.</param>
    /// <returns>Whether it does.</returns>
    public bool Names(Principal caller, IReadOnlyList<string> callerArns, bool asAccount) =>
        IsAnyone
        || caller switch
        {
            Principal.Service service => Services.Contains(service.Name, StringComparer.Ordinal),
            Principal.Administrator => NamesAccount,
            _ => callerArns.Any(arn => Aws.Contains(arn, StringComparer.Ordinal)) || (asAccount && NamesAccount),
        };

    private bool NamesAccount => Aws.Any(name => name is Root or Account.Id);
}
