namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>How one attempt ended.</summary>
internal abstract record InvocationResult
{
    /// <summary>The target took the event.</summary>
    public sealed record Delivered : InvocationResult;

    /// <summary>A failure.</summary>
    /// <param name="Code">The ERROR_CODE of a dead-lettered message.</param>
    /// <param name="Message">The ERROR_MESSAGE.</param>
    public abstract record Failed(string Code, string Message) : InvocationResult;

    /// <summary>A failure that may pass.</summary>
    /// <param name="Code">The ERROR_CODE.</param>
    /// <param name="Message">The ERROR_MESSAGE.</param>
    /// <param name="RetryAfter">The least time that the target wants to be left alone, on AWS's clock.</param>
    public sealed record Retryable(string Code, string Message, TimeSpan RetryAfter = default) : Failed(Code, Message);

    /// <summary>A failure that EventBridge does not retry.</summary>
    /// <param name="Code">The ERROR_CODE.</param>
    /// <param name="Message">The ERROR_MESSAGE.</param>
    public sealed record Permanent(string Code, string Message) : Failed(Code, Message);

    /// <summary>The event grew too old while it waited for its turn: no attempt was made.</summary>
    /// <param name="Code">The ERROR_CODE.</param>
    /// <param name="Message">The ERROR_MESSAGE.</param>
    public sealed record Expired(string Code, string Message) : Failed(Code, Message);
}
