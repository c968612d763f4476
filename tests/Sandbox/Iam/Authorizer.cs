using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Iam;

/// <summary>Decides who may do what, from roles' policies and resources' own.</summary>
internal sealed class Authorizer(AwsDispatcher aws)
{
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
        // Placeholder until Iam is written: everything is allowed.
        _ = aws;
    }
}
