namespace Firetiger.Sandbox.Sqs;

/// <summary>What a queue counts a message as.</summary>
internal enum MessageState
{
    Visible,
    Delayed,
    InFlight,
    Gone,
}
