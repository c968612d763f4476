namespace Firetiger.DlqRedriver.Messages;

/// <summary>One message of the dead-letter queue, read.</summary>
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

    /// <summary>Gets what the body is.</summary>
    public required BodyShape Shape { get; init; }

    /// <summary>Gets the original event as UTF-8, byte for byte; empty when the shape has none.</summary>
    public required ReadOnlyMemory<byte> Event { get; init; }

    /// <summary>Gets the counts it came with, or those of an event that was never redriven.</summary>
    public required RedriveCounts Counts { get; init; }
}
