using Amazon.Lambda.SQSEvents;
using Amazon.SQS.Model;

namespace Firetiger.DlqRedriver.Queues;

/// <summary>Reads the records of a Lambda event as the messages that ReceiveMessage would have returned.</summary>
internal static class BatchRecords
{
    /// <summary>Reads them.</summary>
    /// <param name="batch">The event.</param>
    /// <returns>The messages.</returns>
    public static IEnumerable<Message> Messages(SQSEvent batch) => (batch.Records ?? []).Select(Message);

    private static Message Message(SQSEvent.SQSMessage record) =>
        new()
        {
            MessageId = record.MessageId,
            ReceiptHandle = record.ReceiptHandle,
            Body = record.Body,
            Attributes = record.Attributes,
            MessageAttributes = (record.MessageAttributes ?? []).ToDictionary(
                pair => pair.Key,
                pair => new MessageAttributeValue
                {
                    DataType = pair.Value.DataType,
                    StringValue = pair.Value.StringValue,
                    BinaryValue = pair.Value.BinaryValue,
                },
                StringComparer.Ordinal
            ),
        };
}
