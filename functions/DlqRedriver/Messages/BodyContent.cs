namespace Firetiger.DlqRedriver.Messages;

/// <summary>What was found in a body.</summary>
/// <param name="Shape">What it is.</param>
internal sealed record BodyContent(BodyShape Shape)
{
    /// <summary>Gets the original event as UTF-8, or nothing.</summary>
    public ReadOnlyMemory<byte> Event { get; init; }

    /// <summary>Gets the original event's id, or null when it has none that is a text.</summary>
    public string? EventId { get; init; }

    /// <summary>Gets a value indicating whether the event is one of <see cref="TestEvent"/>.</summary>
    public bool IsTest { get; init; }

    /// <summary>Gets the envelope's counts, or null when there is no sound envelope.</summary>
    public RedriveCounts? Counts { get; init; }
}
