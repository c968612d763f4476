using System.Text;
using Amazon.EventBridge.Model;

namespace Firetiger.DlqRedriver.Sending;

/// <summary>Packs copies into requests. Source: "PutEvents" in the EventBridge API reference and its user guide's entry sizes.</summary>
internal static class PutEventsBatches
{
    /// <summary>The most entries of a request.</summary>
    public const int MostEntries = 10;

    /// <summary>The most bytes of a request's entries together.</summary>
    public const int MostBytes = 1_048_576;

    /// <summary>Counts an entry's bytes as EventBridge does.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>Bytes.</returns>
    public static int SizeOf(PutEventsRequestEntry entry) =>
        (entry.Time is null ? 0 : 14)
        + Bytes(entry.Source)
        + Bytes(entry.DetailType)
        + Bytes(entry.Detail)
        + (entry.Resources ?? []).Sum(Bytes);

    /// <summary>Packs in order; every copy is in exactly one batch.</summary>
    /// <param name="copies">The copies.</param>
    /// <returns>Batches within both limits; a copy over the limit alone is a batch of its own.</returns>
    public static IEnumerable<IReadOnlyList<RedriveCopy>> Pack(IEnumerable<RedriveCopy> copies)
    {
        var batch = new List<RedriveCopy>();
        var bytes = 0L;
        foreach (var copy in copies)
        {
            if (batch.Count > 0 && (batch.Count == MostEntries || bytes + copy.Bytes > MostBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(copy);
            bytes += copy.Bytes;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
