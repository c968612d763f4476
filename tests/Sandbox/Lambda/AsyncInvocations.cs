using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Lambda;

/// <summary>Lambda's queue of asynchronous invocations: an error is tried again after one minute, then after two.</summary>
/// <param name="context">The sandbox; the waits are compressed.</param>
internal sealed class AsyncInvocations(SandboxContext context)
{
    /// <summary>Queues an invocation.</summary>
    /// <param name="function">The function.</param>
    /// <param name="payload">The event.</param>
    public void Add(LambdaFunction function, byte[] payload) =>
        _ = Task.Run(() => RunAsync(function, payload, context.Stopping), context.Stopping);

    private async Task RunAsync(LambdaFunction function, byte[] payload, CancellationToken cancellationToken)
    {
        var expires = context.Clock.Now + context.Clock.Compress(function.AsyncPolicy.MaximumEventAge);
        for (var attempt = 0; attempt <= function.AsyncPolicy.MaximumRetryAttempts; attempt++)
        {
            if (attempt > 0)
            {
                await context.Clock.DelayAsync(TimeSpan.FromMinutes(attempt), cancellationToken);
            }

            if (context.Clock.Now > expires || await SucceedsAsync(function, payload, cancellationToken))
            {
                return;
            }
        }
    }

    private static async Task<bool> SucceedsAsync(
        LambdaFunction function,
        byte[] payload,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var result = await function.Runtime.InvokeAsync(payload, cancellationToken);
            return result.FunctionError is null;
        }
        catch (AwsException e)
        {
            function.Log.Add($"{e.Code}: {e.Message}");
            return false;
        }
    }
}
