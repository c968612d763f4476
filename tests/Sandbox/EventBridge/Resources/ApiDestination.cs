using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Resources;

/// <summary>An HTTP endpoint.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UniqueId">The part of the ARN that EventBridge adds.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed record ApiDestination(string Name, string UniqueId, DateTimeOffset CreatedAt)
{
    /// <summary>The rate of a destination that was given none.</summary>
    public const int DefaultRate = 300;

    public string Arn => Account.Arn("events", $"api-destination/{Name}/{UniqueId}");

    public string? Description { get; init; }

    public required string ConnectionArn { get; init; }

    public required Uri Endpoint { get; init; }

    public required string HttpMethod { get; init; }

    /// <summary>Gets the invocations per second that all rules share.</summary>
    public required int InvocationRateLimitPerSecond { get; init; }

    public required DateTimeOffset LastModifiedAt { get; init; }
}
