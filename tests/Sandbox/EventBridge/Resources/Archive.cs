using Firetiger.EventPatterns;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Resources;

/// <summary>An archive of a bus: it counts what it would keep.</summary>
/// <param name="Name">Its name.</param>
/// <param name="BusName">The bus it keeps the events of.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed record Archive(string Name, string BusName, DateTimeOffset CreatedAt)
{
    public string Arn => Account.Arn("events", $"archive/{Name}");

    public string? Description { get; init; }

    public string? PatternText { get; init; }

    public EventPattern? Pattern { get; init; }

    /// <summary>Gets the days that events are kept; 0 is for ever.</summary>
    public int RetentionDays { get; init; }

    public long EventCount { get; init; }

    public long SizeBytes { get; init; }

    /// <summary>Takes in an event.</summary>
    /// <param name="arrived">An event on the bus.</param>
    /// <returns>The archive after it.</returns>
    public Archive Keep(BusEvent arrived) =>
        Pattern?.IsMatch(arrived.Utf8) == false
            ? this
            : this with
            {
                EventCount = EventCount + 1,
                SizeBytes = SizeBytes + arrived.Utf8.Length,
            };
}
