using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Iam;

/// <summary>What somebody wants to do, judged by policies.</summary>
/// <param name="Caller">Who.</param>
/// <param name="Role">The caller's role, if it is a role's session.</param>
/// <param name="Action">What.</param>
/// <param name="Resource">On which resource.</param>
/// <param name="Keys">The condition keys' values.</param>
internal sealed record Wish(
    Principal Caller,
    Role? Role,
    string Action,
    string Resource,
    IReadOnlyDictionary<string, string> Keys
)
{
    /// <summary>Says why the wish is refused, in AWS's words.</summary>
    /// <param name="resourcePolicy">The resource's own policy.</param>
    /// <returns>The end of the message, or null when it is granted.</returns>
    public string? Refusal(Policy? resourcePolicy)
    {
        Policy[] identity = [.. Role?.IdentityPolicies ?? []];
        Policy[] boundary = Role?.Boundary is { } limit ? [limit] : [];
        Statement[] resource = [.. (resourcePolicy?.Statements ?? []).Where(Names)];
        if (About(identity).Any(IsDenial))
        {
            return "with an explicit deny in an identity-based policy";
        }

        if (About(boundary).Any(IsDenial))
        {
            return "with an explicit deny in a permissions boundary";
        }

        if (resource.Any(statement => IsDenial(statement) && Covers(statement)))
        {
            return "with an explicit deny in a resource-based policy";
        }

        return Caller is Principal.Administrator || resource.Any(Covers)
            ? null
            : RefusalByIdentity(About(identity).Any(), boundary.Length == 0 || About(boundary).Any());
    }

    /// <summary>Tells whether a role's trust policy lets the caller have the role.</summary>
    /// <param name="trust">The trust policy.</param>
    /// <returns>Whether it does; for another role, its identity policies must allow it as well.</returns>
    public bool IsTrustedBy(Policy trust)
    {
        Statement[] covering = [.. trust.Statements.Where(Covers)];
        var isDirect = covering.Any(statement => !statement.IsDenial && Names(statement));
        var isDelegated = covering.Any(statement => !statement.IsDenial && NamesAccount(statement));
        return !covering.Any(statement => statement.IsDenial && Names(statement))
            && (isDirect || (isDelegated && Refusal(null) is null));
    }

    private static bool IsDenial(Statement statement) => statement.IsDenial;

    private string? RefusalByIdentity(bool isGranted, bool isWithinBoundary) =>
        (Caller, isGranted, isWithinBoundary) switch
        {
            (Principal.Service, _, _) => $"because no resource-based policy allows the {Action} action",
            (_, false, _) => $"because no identity-based policy allows the {Action} action",
            (_, _, false) => $"because no permissions boundary allows the {Action} action",
            _ => null,
        };

    private IEnumerable<Statement> About(IEnumerable<Policy> policies) =>
        policies.SelectMany(policy => policy.Statements).Where(Covers);

    private bool Covers(Statement statement) => statement.Covers(Action, Resource, Keys);

    private bool Names(Statement statement) =>
        statement.Principal?.Names(Caller, CallerArns, asAccount: statement.IsDenial) ?? false;

    private bool NamesAccount(Statement statement) =>
        statement.Principal?.Names(Caller, CallerArns, asAccount: true) ?? false;

    private IReadOnlyList<string> CallerArns => Role is null ? [] : [Role.Arn, CallerIdentity.Of(Caller)];
}
