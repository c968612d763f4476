namespace Firetiger.Sandbox.Sqs;

/// <summary>One receipt of a message, with the counts as they were at that moment.</summary>
/// <param name="Message">The message.</param>
/// <param name="ReceiptHandle">Good until the message is received again.</param>
/// <param name="ReceiveCount">How often it has been received, this time included.</param>
/// <param name="FirstReceivedAt">When it was received first.</param>
internal sealed record ReceivedMessage(
    Message Message,
    string ReceiptHandle,
    int ReceiveCount,
    DateTimeOffset FirstReceivedAt
);
