using Amazon.Lambda.SQSEvents;

namespace Firetiger.DlqRedriver.Requests;

/// <summary>A batch of the dead-letter queue, from an event source mapping.</summary>
/// <param name="Batch">The messages.</param>
internal sealed record QueueBatchRequest(SQSEvent Batch) : Request("queueBatch");
