using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Resources;

/// <summary>An event bus.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed record EventBus(string Name, DateTimeOffset CreatedAt)
{
    public const string DefaultName = "default";

    public string Arn => ArnOf(Name);

    public string? Description { get; init; }

    public JsonObject? LogConfig { get; init; }

    /// <summary>Gets the resource policy as JSON.</summary>
    public string? Policy { get; init; }

    public DateTimeOffset LastModifiedAt { get; init; } = CreatedAt;

    public static string ArnOf(string name) => Account.Arn("events", $"event-bus/{name}");

    /// <summary>Reads what API members named EventBusName hold.</summary>
    /// <param name="nameOrArn">A name, an ARN, or <see langword="null"/> for the default bus.</param>
    /// <returns>The name.</returns>
    public static string NameOf(string? nameOrArn) =>
        nameOrArn is null ? DefaultName : nameOrArn[(nameOrArn.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
