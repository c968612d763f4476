namespace Firetiger.Sandbox.Lambda;

/// <summary>One run of a function's handler on its way through a process.</summary>
/// <param name="requestId">Its id.</param>
/// <param name="payload">The event, JSON.</param>
internal sealed class Invocation(string requestId, byte[] payload)
{
    private readonly TaskCompletionSource<DateTimeOffset> _taken = Promise<DateTimeOffset>();
    private readonly TaskCompletionSource<InvocationResult> _answered = Promise<InvocationResult>();

    public string RequestId { get; } = requestId;

    public byte[] Payload { get; } = payload;

    /// <summary>Gets the deadline once a process has taken the invocation.</summary>
    public Task<DateTimeOffset> Taken => _taken.Task;

    /// <summary>Gets the answer once there is one.</summary>
    public Task<InvocationResult> Answered => _answered.Task;

    public void Take(DateTimeOffset deadline) => _taken.TrySetResult(deadline);

    public bool Answer(InvocationResult result) => _answered.TrySetResult(result);

    private static TaskCompletionSource<T> Promise<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
