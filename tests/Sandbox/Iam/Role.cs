namespace Firetiger.Sandbox.Iam;

/// <summary>An IAM role and its policies. Not changed but replaced, so that a decision sees one state of it.</summary>
internal sealed record Role
{
    public required string Name { get; init; }

    public required string Id { get; init; }

    public required string Path { get; init; }

    public required DateTimeOffset CreateDate { get; init; }

    /// <summary>Gets the trust policy: who may assume the role.</summary>
    public required Policy Trust { get; init; }

    public string? Description { get; init; }

    /// <summary>Gets the longest session in seconds.</summary>
    public int MaxSessionDuration { get; init; } = 3600;

    public Policy? Boundary { get; init; }

    public string? BoundaryArn { get; init; }

    /// <summary>Gets the inline policies by name.</summary>
    public IReadOnlyDictionary<string, Policy> Inline { get; init; } = new Dictionary<string, Policy>();

    /// <summary>Gets the ARNs of attached managed policies.</summary>
    public IReadOnlyList<string> Attached { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public string Arn => $"arn:{Hosting.Account.Partition}:iam::{Hosting.Account.Id}:role{Path}{Name}";

    /// <summary>Gets all that grants or denies the role something, save its boundary.</summary>
    public IEnumerable<Policy> IdentityPolicies => Inline.Values.Concat(Attached.Select(ManagedPolicies.Find));
}
