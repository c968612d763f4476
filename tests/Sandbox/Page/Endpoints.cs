using Firetiger.Sandbox.Ingest;

namespace Firetiger.Sandbox.Page;

/// <summary>The ways the endpoint can be made to answer, by the names that people type.</summary>
internal static class Endpoints
{
    // Longer than EventBridge waits for an answer.
    private static readonly TimeSpan TooSlow = TimeSpan.FromSeconds(7);

    private static readonly KeyValuePair<string, IngestBehaviour>[] All =
    [
        new("healthy", new IngestBehaviour.Healthy()),
        new("401", new IngestBehaviour.Status(401)),
        new("429", new IngestBehaviour.Status(429)),
        new("500", new IngestBehaviour.Status(500)),
        new("slow", new IngestBehaviour.Slow(TooSlow)),
        new("down", new IngestBehaviour.Down()),
    ];

    public static IEnumerable<string> Names => All.Select(pair => pair.Key);

    /// <summary>Finds a behaviour.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The behaviour.</returns>
    /// <exception cref="PageException">There is none of that name.</exception>
    public static IngestBehaviour Find(string name) =>
        Array.Find(All, pair => string.Equals(pair.Key, name, StringComparison.Ordinal)).Value
        ?? throw new PageException($"The endpoint can be {string.Join(", ", Names)}; it cannot be '{name}'.");

    /// <summary>Names a behaviour.</summary>
    /// <param name="behaviour">The behaviour.</param>
    /// <returns>Its name; null for one that only tests use.</returns>
    public static string? NameOf(IngestBehaviour behaviour) => Array.Find(All, pair => pair.Value == behaviour).Key;
}
