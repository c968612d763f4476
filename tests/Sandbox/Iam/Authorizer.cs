using System.Collections.Concurrent;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Iam;

/// <summary>
/// Decides who may do what, from roles' policies and resources' own. A denial wins over everything; a role needs an
/// identity policy (within its boundary) or a resource's policy that names it; a service needs a resource's policy;
/// the administrator needs neither.
/// </summary>
internal sealed class Authorizer(Identities identities)
{
    private readonly ConcurrentDictionary<Decision, bool> _decisions = new();

    /// <summary>Gets every distinct decision about a role, so that a test can find grants that nothing uses.</summary>
    public IReadOnlyCollection<Decision> Decisions => [.. _decisions.Keys];

    /// <summary>Refuses what no policy allows or some policy denies.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="action">Such as <c>sqs:SendMessage</c>.</param>
    /// <param name="resource">The resource's ARN, or <c>*</c> where the action knows no resources.</param>
    /// <param name="resourcePolicy">The resource's own policy document as JSON, if it has one.</param>
    /// <param name="conditionKeys">Values of service condition keys such as <c>events:source</c>.</param>
    /// <exception cref="AwsException">AccessDeniedException, saying who, what and on which resource.</exception>
    public void Demand(
        Principal caller,
        string action,
        string resource,
        string? resourcePolicy = null,
        IReadOnlyDictionary<string, string>? conditionKeys = null
    )
    {
        var role = caller is Principal.Role session ? identities.Roles.GetValueOrDefault(session.RoleName) : null;
        var wish = new Wish(caller, role, action, resource, ConditionKeys.Of(caller, conditionKeys));
        var refusal = wish.Refusal(resourcePolicy is null ? null : Policy.Parse(resourcePolicy));
        if (caller is Principal.Role asRole)
        {
            _decisions[new Decision(asRole.RoleName, action, resource, refusal is null)] = true;
        }

        if (refusal is not null)
        {
            throw Denied(caller, action, resource, refusal);
        }
    }

    /// <summary>Refuses a caller whom a role's trust policy does not name.</summary>
    /// <param name="caller">Who wants the role.</param>
    /// <param name="wanted">The role.</param>
    /// <exception cref="AwsException">AccessDenied.</exception>
    public void DemandTrust(Principal caller, Role wanted)
    {
        const string Action = "sts:AssumeRole";
        var role = caller is Principal.Role session ? identities.Roles.GetValueOrDefault(session.RoleName) : null;
        var wish = new Wish(caller, role, Action, wanted.Arn, ConditionKeys.Of(caller, null));
        if (!wish.IsTrustedBy(wanted.Trust))
        {
            throw Denied(caller, Action, wanted.Arn, string.Empty);
        }
    }

    public static AwsException Denied(Principal caller, string action, string resource, string why) =>
        new(
            "AccessDeniedException",
            $"User: {CallerIdentity.Of(caller)} is not authorized to perform: {action} on resource: {resource} {why}".TrimEnd(),
            queryCode: "AccessDenied"
        );
}
