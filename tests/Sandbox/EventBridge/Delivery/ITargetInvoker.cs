namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>Hands an event to a kind of target.</summary>
internal interface ITargetInvoker
{
    /// <summary>Makes one attempt.</summary>
    /// <param name="invocation">The event and its target.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>How it ended. A failure is no exception.</returns>
    Task<InvocationResult> InvokeAsync(Invocation invocation, CancellationToken cancellationToken);
}
