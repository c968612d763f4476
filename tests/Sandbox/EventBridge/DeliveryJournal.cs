using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.EventBridge;

/// <summary>Everything EventBridge did with every event, which AWS never tells anyone. Safe for concurrent use.</summary>
internal sealed class DeliveryJournal(SandboxClock clock)
{
    private readonly Lock _lock = new();
    private readonly List<DeliveryRecord> _records = [];
    private TaskCompletionSource _changed = NewSignal();
    private int _unmatchedEvents;

    /// <summary>Gets a copy of the records so far, oldest first.</summary>
    public IReadOnlyList<DeliveryRecord> Records
    {
        get
        {
            lock (_lock)
            {
                return [.. _records];
            }
        }
    }

    /// <summary>Gets the number of events that reached a bus and that no enabled rule matched.</summary>
    public int UnmatchedEvents => Volatile.Read(ref _unmatchedEvents);

    public void Add(string ruleArn, string targetArn, string eventId, DeliveryStep step, string? reason = null)
    {
        lock (_lock)
        {
            _records.Add(new DeliveryRecord(clock.Now, ruleArn, targetArn, eventId, step, reason));
            _changed.SetResult();
            _changed = NewSignal();
        }
    }

    public void CountUnmatched() => Interlocked.Increment(ref _unmatchedEvents);

    /// <summary>Waits until the records say so.</summary>
    /// <param name="condition">Asked now and after every new record.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The records that satisfied the condition.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public async Task<IReadOnlyList<DeliveryRecord>> WaitForAsync(
        Func<IReadOnlyList<DeliveryRecord>, bool> condition,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var (records, changed) = Look();
            if (condition(records))
            {
                return records;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private (IReadOnlyList<DeliveryRecord> Records, Task Changed) Look()
    {
        lock (_lock)
        {
            return ([.. _records], _changed.Task);
        }
    }
}
