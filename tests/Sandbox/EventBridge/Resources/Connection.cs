using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Resources;

/// <summary>Credentials for API destinations.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UniqueId">The part of the ARN that EventBridge adds.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed record Connection(string Name, string UniqueId, DateTimeOffset CreatedAt)
{
    public string Arn => Account.Arn("events", $"connection/{Name}/{UniqueId}");

    public string SecretArn => Account.Arn("secretsmanager", $"secret:events!connection/{Name}/{UniqueId}");

    public string? Description { get; init; }

    /// <summary>Gets the credentials; none once DeauthorizeConnection has removed them.</summary>
    public IConnectionCredentials? Credentials { get; init; }

    /// <summary>Gets the type as the API names it: kept when the credentials are gone.</summary>
    public required string AuthorizationType { get; init; }

    public required DateTimeOffset LastModifiedAt { get; init; }

    public required DateTimeOffset LastAuthorizedAt { get; init; }

    public string State => Credentials is null ? "DEAUTHORIZED" : "AUTHORIZED";
}
