using Amazon.SQS.Model;

namespace Firetiger.DlqRedriver.Messages;

/// <summary>One message of the dead-letter queue or of the quarantine queue, read.</summary>
internal sealed record DeadLetter
{
    /// <summary>Gets the id of the message in its queue.</summary>
    public required string MessageId { get; init; }

    /// <summary>Gets what SQS asks for to delete or hide it.</summary>
    public required string ReceiptHandle { get; init; }

    /// <summary>Gets the body, whole.</summary>
    public required string Body { get; init; }

    /// <summary>Gets when the message entered the queue.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Gets what EventBridge says of the failure.</summary>
    public required DeadLetterAttributes Attributes { get; init; }

    /// <summary>Gets all attributes as SQS returned them, for a message that is sent on whole.</summary>
    public IReadOnlyDictionary<string, MessageAttributeValue> SqsAttributes { get; init; } =
        new Dictionary<string, MessageAttributeValue>(StringComparer.Ordinal);

    /// <summary>Gets what the body is.</summary>
    public required BodyShape Shape { get; init; }

    /// <summary>Gets the original event as UTF-8, byte for byte; empty when the shape has none.</summary>
    public required ReadOnlyMemory<byte> Event { get; init; }

    /// <summary>Gets the original event's id, or null.</summary>
    public string? EventId { get; init; }

    /// <summary>Gets a value indicating whether the event is one of <see cref="TestEvent"/>.</summary>
    public bool IsTest { get; init; }

    /// <summary>Gets the counts it came with, or those of an event that was never redriven.</summary>
    public required RedriveCounts Counts { get; init; }

    /// <summary>Tells whether it is a copy that failed lately.</summary>
    /// <param name="since">What counts as lately.</param>
    /// <returns>Whether it is. A copy that has waited in the queue for longer says nothing new.</returns>
    public bool CameBackSince(DateTimeOffset since) => Shape is not BodyShape.Original && SentAt >= since;

    /// <summary>Gets why the message is in quarantine, or null in the dead-letter queue.</summary>
    public string? QuarantineReason { get; init; }
}
