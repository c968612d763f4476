using Amazon.EventBridge.Model;
using CsCheck;
using Firetiger.DlqRedriver.Sending;

namespace Firetiger.DlqRedriver.Tests.Sending;

public sealed class PutEventsBatchesTests
{
    [Fact]
    public void An_entry_is_counted_in_bytes_of_UTF8_and_14_for_a_time()
    {
        var entry = new PutEventsRequestEntry
        {
            Source = "é",
            DetailType = "ab",
            Detail = "{\"a\":\"🚀\"}",
            Resources = ["abc"],
            Time = Some.Now.UtcDateTime,
        };

        PutEventsBatches.SizeOf(entry).ShouldBe(2 + 2 + 12 + 3 + 14);
    }

    [Fact]
    public void Every_copy_is_in_one_batch_in_order_and_every_batch_is_within_both_limits() =>
        Gen.Int[1, PutEventsBatches.MostBytes]
            .Array[0, 60]
            .Sample(sizes =>
            {
                var copies = sizes.Select(size => new RedriveCopy(Some.DeadLetter(), new(), size, false)).ToList();

                var batches = PutEventsBatches.Pack(copies).ToList();

                return batches.SelectMany(batch => batch).SequenceEqual(copies, ReferenceEqualityComparer.Instance)
                    && batches.TrueForAll(batch =>
                        batch.Count is > 0 and <= 10 && batch.Sum(copy => (long)copy.Bytes) <= 1_048_576
                    );
            });
}
