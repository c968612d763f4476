using Amazon.EventBridge.Model;
using Firetiger.DlqRedriver.Messages;

namespace Firetiger.DlqRedriver.Sending;

/// <summary>A dead-lettered event, wrapped to be sent once more.</summary>
/// <param name="Letter">The message.</param>
/// <param name="Entry">The entry for PutEvents.</param>
/// <param name="Bytes">The entry's size as EventBridge counts it.</param>
/// <param name="IsProbe">Whether it only asks how the destination is.</param>
internal sealed record RedriveCopy(DeadLetter Letter, PutEventsRequestEntry Entry, int Bytes, bool IsProbe)
{
    /// <summary>Wraps an event; its attempts, or its probes, count one more.</summary>
    /// <param name="letter">The message.</param>
    /// <param name="busName">Where the copy is to go.</param>
    /// <param name="isProbe">Whether it is a probe.</param>
    /// <returns>The copy.</returns>
    public static RedriveCopy Of(DeadLetter letter, string busName, bool isProbe)
    {
        var counts = isProbe
            ? letter.Counts with
            {
                Probe = letter.Counts.Probe + 1,
            }
            : letter.Counts with
            {
                Attempt = letter.Counts.Attempt + 1,
            };
        var entry = new PutEventsRequestEntry
        {
            EventBusName = busName,
            Source = EnvelopeWriter.Source,
            DetailType = EnvelopeWriter.DetailType,
            Detail = EnvelopeWriter.Write(counts, letter.Attributes.ErrorCode, letter.Event.Span),
        };
        return new RedriveCopy(letter, entry, PutEventsBatches.SizeOf(entry), isProbe);
    }
}
