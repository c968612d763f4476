using Firetiger.DlqRedriver.Messages;

namespace Firetiger.DlqRedriver.Sending;

/// <summary>What became of one copy.</summary>
/// <param name="Letter">The message.</param>
/// <param name="ErrorCode">Null when EventBridge has the copy, otherwise the last code.</param>
internal sealed record PutOutcome(DeadLetter Letter, string? ErrorCode)
{
    /// <summary>Gets a value indicating whether EventBridge has the copy.</summary>
    public bool Accepted => ErrorCode is null;

    /// <summary>Gets a value indicating whether the same entry may be accepted in a moment.</summary>
    public bool IsPassing => ErrorCode is "ThrottlingException" or "InternalFailure" or "InternalException";

    /// <summary>Gets a value indicating whether the call failed as a whole, which says nothing of this entry.</summary>
    public bool CallFailed { get; init; }

    /// <summary>Gets a value indicating whether a request with nothing but this entry was refused for what it is.</summary>
    public bool RefusedAlone { get; init; }

    /// <summary>
    /// Gets a value indicating whether it was refused for what it is, and would be again. All other codes speak of the
    /// caller, the bus or the moment, which can be mended. Source: PutEventsResultEntry in the EventBridge API reference.
    /// </summary>
    public bool RefusedForGood => RefusedAlone || ErrorCode is "MalformedDetail";
}
