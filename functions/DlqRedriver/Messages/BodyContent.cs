namespace Firetiger.DlqRedriver.Messages;

/// <summary>What was found in a body.</summary>
/// <param name="Shape">What it is.</param>
internal sealed record BodyContent(BodyShape Shape)
{
    /// <summary>Gets the original event as UTF-8, or nothing.</summary>
    public ReadOnlyMemory<byte> Event { get; init; }

    /// <summary>Gets the envelope's counts, or null when there is no sound envelope.</summary>
    public RedriveCounts? Counts { get; init; }
}
