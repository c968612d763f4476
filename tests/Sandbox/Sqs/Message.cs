using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.Sqs;

/// <summary>A message in a queue. What changes is changed by its queue only, under the queue's lock.</summary>
internal sealed class Message
{
    public required string Id { get; init; }

    public required string Body { get; init; }

    /// <summary>Gets the message attributes as they were sent.</summary>
    public required JsonObject Attributes { get; init; }

    public required JsonObject SystemAttributes { get; init; }

    public required string SenderId { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public MessageState State { get; set; } = MessageState.Visible;

    /// <summary>Gets or sets when a delayed or received message becomes visible.</summary>
    public DateTimeOffset HiddenUntil { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset FirstReceivedAt { get; set; }

    public int ReceiveCount { get; set; }
}
