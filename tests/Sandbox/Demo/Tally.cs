using Firetiger.Sandbox.EventBridge;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Demo;

/// <summary>Counts what became of the events that matched the live rule: from the bus what matched, from the endpoint what arrived.</summary>
internal sealed class Tally(
    SandboxHost sandbox,
    string liveRuleArn,
    string? redriveRuleArn,
    Queue? deadLetters,
    Queue? quarantine
)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Counts now.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The counts.</returns>
    public async Task<Progress> CountAsync(CancellationToken cancellationToken)
    {
        // Arrivals first: an event that is redriven meanwhile is then counted in neither place, not in both.
        var accepted = sandbox.Ingest.Accepted.Select(delivery => delivery.Id).ToList();
        var matched = Ids(liveRuleArn, DeliveryStep.Matched);
        var arrived = accepted.Where(matched.Contains).ToList();
        var delivered = arrived.ToHashSet(StringComparer.Ordinal);
        var redriven = redriveRuleArn is null ? [] : Ids(redriveRuleArn, DeliveryStep.Delivered);
        var waiting = await DepthAsync(deadLetters, cancellationToken);
        var quarantined = await DepthAsync(quarantine, cancellationToken);
        var outstanding = matched.Count - delivered.Count - quarantined;
        var report = new DeliveryReport(
            matched.Count,
            delivered.Count,
            redriven.Count(delivered.Contains),
            quarantined,
            Math.Max(0, outstanding - waiting),
            arrived.Count - delivered.Count
        );
        return new Progress(report, outstanding, waiting, Gone(delivered));
    }

    /// <summary>Waits until something holds, or until nothing has changed for a while.</summary>
    /// <param name="holds">What to wait for.</param>
    /// <param name="stillness">How long a standstill ends the wait.</param>
    /// <param name="changed">Told of each change.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The last count.</returns>
    public async Task<Progress> UntilAsync(
        Predicate<Progress> holds,
        TimeSpan stillness,
        Action<Progress> changed,
        CancellationToken cancellationToken
    )
    {
        var time = sandbox.Context.Clock.Time;
        var last = await CountAsync(cancellationToken);
        var lastChange = time.GetTimestamp();
        while (!holds(last) && time.GetElapsedTime(lastChange) < stillness)
        {
            await Task.Delay(PollInterval, time, cancellationToken);
            var now = await CountAsync(cancellationToken);
            if (now != last)
            {
                changed(now);
                lastChange = time.GetTimestamp();
                last = now;
            }
        }

        return last;
    }

    /// <summary>Tells why events are gone, with EventBridge's words.</summary>
    /// <returns>A line for each reason, the most frequent first.</returns>
    public IReadOnlyList<string> LossReasons() =>
        ReasonCounts.Lines(sandbox.Journal.Records.Where(IsLoss).Select(record => record.Reason ?? "?"));

    private static Task<int> DepthAsync(Queue? queue, CancellationToken cancellationToken) =>
        queue?.DepthAsync(cancellationToken) ?? Task.FromResult(0);

    private int Gone(HashSet<string> delivered) =>
        sandbox
            .Journal.Records.Where(IsLoss)
            .Select(record => record.EventId)
            .Distinct(StringComparer.Ordinal)
            .Count(id => !delivered.Contains(id));

    /// <summary>A line that another rule failed to log is no event lost.</summary>
    private bool IsLoss(DeliveryRecord record) =>
        record.Step == DeliveryStep.Lost
        && (
            record.RuleArn.Length == 0
            || string.Equals(record.RuleArn, liveRuleArn, StringComparison.Ordinal)
            || string.Equals(record.RuleArn, redriveRuleArn, StringComparison.Ordinal)
        );

    private HashSet<string> Ids(string ruleArn, DeliveryStep step) =>
        sandbox
            .Journal.Records.Where(record =>
                record.Step == step && string.Equals(record.RuleArn, ruleArn, StringComparison.Ordinal)
            )
            .Select(record => record.EventId)
            .ToHashSet(StringComparer.Ordinal);
}
