using System.Collections.Concurrent;

namespace Firetiger.Sandbox.Sns;

/// <summary>A topic. Safe for concurrent use.</summary>
/// <param name="Arn">Its ARN.</param>
internal sealed record Topic(string Arn)
{
    /// <summary>Gets the attributes, the policy among them.</summary>
    public ConcurrentDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets protocol and endpoint by subscription ARN.</summary>
    public ConcurrentDictionary<string, (string Protocol, string Endpoint)> Subscriptions { get; } =
        new(StringComparer.Ordinal);

    /// <summary>Gets what was published.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();
}
