namespace Firetiger.Sandbox.Scheduler;

/// <summary>A schedule and what stops its ticks.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Stop">Cancelled when it is changed or deleted.</param>
internal sealed record RunningSchedule(Schedule Schedule, CancellationTokenSource Stop) : IDisposable
{
    public void Dispose()
    {
        Stop.Cancel();
        Stop.Dispose();
    }
}
