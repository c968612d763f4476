using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Requests;

/// <summary>Asks to send quarantined events back to the dead-letter queue, as if they had just failed for the first time.</summary>
internal sealed record ReleaseRequest() : Request(Name)
{
    /// <summary>The action's name.</summary>
    public const string Name = "release";

    /// <summary>Gets the most messages to look at, 1 or more; null for as many as the time allows.</summary>
    public int? MaxMessages { get; init; }

    /// <summary>Gets the reasons (<see cref="QuarantineReason"/>) to release; empty for all.</summary>
    public IReadOnlyCollection<string> Reasons { get; init; } = [];

    /// <summary>Gets a value indicating whether to release even what a redrive would only quarantine again.</summary>
    public bool Force { get; init; }

    /// <summary>Tells whether a message is asked for.</summary>
    /// <param name="reason">Why it is in quarantine, or null when its mark is lost.</param>
    /// <returns>Whether it is.</returns>
    public bool Includes(string? reason) => Reasons.Count == 0 || Reasons.Contains(reason, StringComparer.Ordinal);
}
