using System.Text;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Queues;

/// <summary>
/// The attributes of a quarantined message: ours, then AWS's six. Ours makes the message longer than it was, and the
/// body stays whole, so a message at SQS's limit gives up AWS's words first.
/// </summary>
internal static class QuarantineAttributes
{
    /// <summary>The most bytes of a message: body, and name, type and value of each attribute.</summary>
    public const int LargestMessage = 1_048_576;

    private const int TypeBytes = 6; // "String"

    /// <summary>Lists the attributes that fit beside the body.</summary>
    /// <param name="letter">The message.</param>
    /// <param name="reason">Why it is quarantined.</param>
    /// <returns>Names and values.</returns>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(DeadLetter letter, QuarantineReason reason)
    {
        var room = LargestMessage - Encoding.UTF8.GetByteCount(letter.Body);
        var kept = new List<KeyValuePair<string, string>>();
        var mark = KeyValuePair.Create(RedriveMark.AttributeName, RedriveMark.Write(letter.Counts, reason));
        foreach (var attribute in letter.Attributes.Present().Prepend(mark))
        {
            var bytes = Size(attribute);
            if (bytes <= room)
            {
                kept.Add(attribute);
                room -= bytes;
            }
        }

        return kept;
    }

    private static int Size(KeyValuePair<string, string> attribute) =>
        Encoding.UTF8.GetByteCount(attribute.Key) + TypeBytes + Encoding.UTF8.GetByteCount(attribute.Value);
}
