using System.Text;
using Amazon.SQS.Model;
using Firetiger.DlqRedriver.Messages;

namespace Firetiger.DlqRedriver.Queues;

/// <summary>
/// The attributes of a message that is sent on whole: our mark, then those it came with. The mark makes the message longer than
/// it was and the body stays whole, so a message at SQS's limit gives up AWS's words, the longest first.
/// </summary>
internal static class MarkedAttributes
{
    /// <summary>The most bytes of a message: body, and name, type and value of each attribute.</summary>
    public const int LargestMessage = 1_048_576;

    /// <summary>Lists the attributes that fit beside the body.</summary>
    /// <param name="letter">The message.</param>
    /// <param name="mark">Our attribute's value: see <see cref="RedriveMark"/>.</param>
    /// <returns>Attributes by name.</returns>
    public static Dictionary<string, MessageAttributeValue> Of(DeadLetter letter, string mark)
    {
        var room = LargestMessage - Encoding.UTF8.GetByteCount(letter.Body);
        var kept = new Dictionary<string, MessageAttributeValue>(StringComparer.Ordinal);
        var ours = new MessageAttributeValue { DataType = "String", StringValue = mark };
        var others = letter
            .SqsAttributes.Where(pair => pair.Key is not RedriveMark.AttributeName)
            .OrderBy(pair => Size(pair.Key, pair.Value))
            .ThenBy(pair => pair.Key, StringComparer.Ordinal);
        foreach (var (name, value) in others.Prepend(KeyValuePair.Create(RedriveMark.AttributeName, ours)))
        {
            if (Size(name, value) is var bytes && bytes <= room)
            {
                kept.Add(name, value);
                room -= bytes;
            }
        }

        return kept;
    }

    private static int Size(string name, MessageAttributeValue value) =>
        Bytes(name) + Bytes(value.DataType) + Bytes(value.StringValue) + (int)(value.BinaryValue?.Length ?? 0);

    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
