namespace Firetiger.DlqRedriver.Queues;

/// <summary>What SQS says of a queue. The counts are approximate and may be a minute late.</summary>
/// <param name="Visible">Messages ready to be received.</param>
/// <param name="InFlight">Messages received and hidden, by whomever.</param>
/// <param name="Retention">How long SQS keeps a message.</param>
internal sealed record QueueState(int Visible, int InFlight, TimeSpan Retention)
{
    /// <summary>
    /// The most messages that are kept hidden. SQS answers as if the queue were empty when about 120,000 are, so hiding ends
    /// well before. Source: "Amazon SQS standard queue quotas" in the SQS developer guide.
    /// </summary>
    private const int MostInFlight = 50_000;

    /// <summary>Gets a value indicating whether nothing is there, as far as is known.</summary>
    public bool IsEmpty => Visible + InFlight == 0;

    /// <summary>Gets how many more messages may be hidden beyond a run, 0 or more.</summary>
    public int RoomToHide => Math.Max(0, MostInFlight - InFlight);
}
