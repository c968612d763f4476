using System.Collections.Concurrent;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>Invokes API destinations: role, rate, then HTTP.</summary>
internal sealed class ApiDestinationInvoker(SandboxContext context, EventBridgeState state, HttpDelivery http)
    : ITargetInvoker
{
    private readonly ConcurrentDictionary<string, RateBucket> _buckets = new(StringComparer.Ordinal);
    private readonly TargetRole _role = new(context.Aws);

    public async Task<InvocationResult> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(invocation, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (state.ApiDestinationByArn(invocation.Target.Arn) is not { } destination)
        {
            return new InvocationResult.Permanent("NO_RESOURCE", "The API destination does not exist.");
        }

        if (!await TakeTurnAsync(destination, invocation.Age, cancellationToken))
        {
            return new InvocationResult.Expired("THROTTLING", "The event waited too long for the invocation rate.");
        }

        // Read after the wait: a mended connection counts from the next request.
        return state.ConnectionByArn(destination.ConnectionArn)?.Credentials is { } credentials
            ? await http.PostAsync(destination, credentials, invocation.Body, cancellationToken)
            // AWS documents that such destinations are not invoked, and no code for it.
            : new InvocationResult.Permanent("NO_PERMISSIONS", "The API destination's connection is not authorized.");
    }

    private async Task<InvocationResult?> RefuseAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        Principal principal;
        try
        {
            principal = await _role.AssumeAsync(invocation, cancellationToken);
        }
        catch (AwsException failure)
        {
            return new InvocationResult.Permanent("FAILED_TO_ASSUME_ROLE", failure.Message);
        }

        try
        {
            context.Authorizer.Demand(principal, "events:InvokeApiDestination", invocation.Target.Arn);
            return null;
        }
        catch (AwsException failure)
        {
            return new InvocationResult.Permanent("NO_PERMISSIONS", failure.Message);
        }
    }

    /// <summary>Waits for the rate that all rules with this destination share.</summary>
    private async Task<bool> TakeTurnAsync(
        ApiDestination destination,
        EventAge age,
        CancellationToken cancellationToken
    )
    {
        var bucket = _buckets.GetOrAdd(destination.Arn, _ => new RateBucket(context.Clock));
        var wait = bucket.Reserve(destination.InvocationRateLimitPerSecond, age.Left);
        return await age.SurvivesAsync(wait ?? TimeSpan.MaxValue, cancellationToken);
    }
}
