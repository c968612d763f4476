namespace Firetiger.Sandbox.Sqs;

/// <summary>A queue's messages by state. AWS calls them approximate; here they are exact.</summary>
/// <param name="Visible">Ready to be received.</param>
/// <param name="InFlight">Received and hidden.</param>
/// <param name="Delayed">Not yet visible for the first time.</param>
internal sealed record QueueCounts(int Visible, int InFlight, int Delayed);
