namespace Firetiger.Sandbox.Hosting;

/// <summary>The real clock, and waits that go by faster than AWS's by the time scale.</summary>
/// <param name="time">Message timestamps and Lambda deadlines are its times, uncompressed.</param>
/// <param name="scale">How many times faster compressed waits are.</param>
internal sealed class SandboxClock(TimeProvider time, double scale)
{
    public TimeProvider Time { get; } = time;

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Shortens a wait or period of AWS's to the sandbox's.</summary>
    /// <param name="onAws">The length on AWS.</param>
    /// <returns>The length here.</returns>
    public TimeSpan Compress(TimeSpan onAws) => onAws / scale;

    public Task DelayAsync(TimeSpan onAws, CancellationToken cancellationToken) =>
        Task.Delay(Compress(onAws), Time, cancellationToken);
}
