using Firetiger.Sandbox.EventBridge.Operations;
using Firetiger.Sandbox.EventBridge.Resources;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge.Delivery;

/// <summary>Delivers one event to one target, again and again, until it is taken, dead-lettered or lost.</summary>
internal sealed class DeliveryEngine
{
    private readonly SandboxContext _context;
    private readonly DeliveryJournal _journal;
    private readonly RuleMetrics _metrics;
    private readonly DeadLetterSender _deadLetters;
    private readonly BusLog _busLog;
    private readonly ApiDestinationInvoker _apiDestinations;
    private readonly ServiceInvoker _services;

    public DeliveryEngine(SandboxContext context, EventBridgeState state, DeliveryJournal journal)
    {
        _context = context;
        _journal = journal;
        _metrics = new RuleMetrics(context);
        _deadLetters = new DeadLetterSender(context);
        _busLog = new BusLog(context, state);
        _services = new ServiceInvoker(context);
        var http = new HttpDelivery(context);
        _apiDestinations = new ApiDestinationInvoker(context, state, http);
        context.Stopping.Register(http.Dispose);
    }

    /// <summary>Begins a delivery: the event's age counts from here.</summary>
    /// <param name="rule">The rule that matched.</param>
    /// <param name="target">One of its targets.</param>
    /// <param name="matched">The event.</param>
    /// <returns>The delivery, noted in the journal.</returns>
    public Invocation Prepare(Rule rule, Target target, BusEvent matched)
    {
        var age = new EventAge(_context.Clock, target.RetryPolicy.MaximumEventAge);
        var invocation = new Invocation(rule, target, matched, target.Input.Apply(matched.Json), age);
        Note(invocation, DeliveryStep.Matched);
        return invocation;
    }

    /// <summary>Counts a match.</summary>
    /// <param name="rule">The rule that matched.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>A task that ends when CloudWatch knows.</returns>
    public Task CountMatchAsync(Rule rule, CancellationToken cancellationToken) =>
        _metrics.CountAsync(rule, ["MatchedEvents", "TriggeredRules"], cancellationToken);

    /// <summary>Delivers.</summary>
    /// <param name="invocation">What to deliver.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>A task that ends when the event's fate is known.</returns>
    public async Task DeliverAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var retries = 0;
        while (true)
        {
            var result = await AttemptAsync(invocation, retries, cancellationToken);
            if (result is not InvocationResult.Failed failure)
            {
                Note(invocation, DeliveryStep.Delivered);
                return;
            }

            await _busLog.WriteAsync(invocation, failure, cancellationToken);
            if (
                await FinalAsync(invocation, failure, retries, cancellationToken) is var (isFinal, exhausted)
                && isFinal
            )
            {
                await BuryAsync(invocation, failure, retries, exhausted, cancellationToken);
                return;
            }

            retries++;
        }
    }

    public void NoteCrash(Invocation invocation, Exception crash) =>
        Note(invocation, DeliveryStep.Lost, $"the sandbox failed: {crash}");

    private async Task<InvocationResult> AttemptAsync(
        Invocation invocation,
        int retries,
        CancellationToken cancellationToken
    )
    {
        var isApiDestination = TargetReader.IsApiDestination(invocation.Target.Arn);
        ITargetInvoker invoker = isApiDestination ? _apiDestinations : _services;
        var result = await invoker.InvokeAsync(invocation, cancellationToken);
        List<string> metrics = [];
        if (result is not InvocationResult.Expired)
        {
            metrics.Add("InvocationAttempts");
            if (retries > 0)
            {
                metrics.Add("RetryInvocationAttempts");
            }
        }

        if (result is InvocationResult.Delivered)
        {
            metrics.AddRange("SuccessfulInvocationAttempts", "Invocations");
        }

        if (metrics.Count > 0)
        {
            await _metrics.CountAsync(invocation.Rule, metrics, cancellationToken);
        }

        return result;
    }

    /// <summary>Decides whether a failure is the last one, and waits for the next attempt if it is not.</summary>
    private async Task<(bool IsFinal, string? Exhausted)> FinalAsync(
        Invocation invocation,
        InvocationResult.Failed failure,
        int retries,
        CancellationToken cancellationToken
    )
    {
        const string TooOld = "MaximumEventAgeInSeconds";
        if (failure is not InvocationResult.Retryable retryable)
        {
            return (true, failure is InvocationResult.Expired ? TooOld : null);
        }

        if (retries >= invocation.Target.RetryPolicy.MaximumRetryAttempts)
        {
            return (true, "MaximumRetryAttempts");
        }

        Note(invocation, DeliveryStep.Retrying, $"{failure.Code}: {failure.Message}");
        var backoff = Backoff.Before(retries, _context.Ids.NextDouble());
        var wait = _context.Clock.Compress(retryable.RetryAfter > backoff ? retryable.RetryAfter : backoff);
        return await invocation.Age.SurvivesAsync(wait, cancellationToken) ? (false, null) : (true, TooOld);
    }

    private async Task BuryAsync(
        Invocation invocation,
        InvocationResult.Failed failure,
        int retries,
        string? exhausted,
        CancellationToken cancellationToken
    )
    {
        var lost = await _deadLetters.SendAsync(invocation, failure, retries, exhausted, cancellationToken);
        List<string> metrics = ["Invocations", "FailedInvocations"];
        if (invocation.Target.DeadLetterQueueArn is not null)
        {
            metrics.Add(lost is null ? "InvocationsSentToDlq" : "InvocationsFailedToBeSentToDlq");
        }

        await _metrics.CountAsync(invocation.Rule, metrics, cancellationToken);
        var reason = $"{failure.Code}: {failure.Message}";
        Note(
            invocation,
            lost is null ? DeliveryStep.DeadLettered : DeliveryStep.Lost,
            lost is null ? reason : $"{reason} ({lost})"
        );
    }

    private void Note(Invocation invocation, DeliveryStep step, string? reason = null) =>
        _journal.Add(invocation.Rule.Arn, invocation.Target.Arn, invocation.DeliveredId, step, reason);
}
