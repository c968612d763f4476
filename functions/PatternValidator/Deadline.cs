namespace Firetiger.PatternValidator;

/// <summary>The end of the time for one invocation, a little before Lambda ends it.</summary>
internal sealed class Deadline : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    // The longest that Lambda runs a function: https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly CancellationTokenSource _end;
    private readonly TimeProvider _time;
    private readonly TimeSpan _length;
    private readonly long _started;

    /// <summary>Starts the clock.</summary>
    /// <param name="remaining">What Lambda says is left.</param>
    /// <param name="time">The clock.</param>
    public Deadline(TimeSpan remaining, TimeProvider time)
    {
        _time = time;
        _started = time.GetTimestamp();
        _length = remaining < Longest ? Positive(remaining - Margin) : Longest;
        _end = new CancellationTokenSource(_length, time);
    }

    /// <summary>Gets what is cancelled when the time is up.</summary>
    public CancellationToken Token => _end.Token;

    /// <summary>Gets the time left, never below zero.</summary>
    public TimeSpan Remaining => Positive(_length - _time.GetElapsedTime(_started));

    /// <summary>Takes a part of the time for one step.</summary>
    /// <param name="length">How long the step may take.</param>
    /// <returns>A source cancelled after that time, or when the whole time is up.</returns>
    public CancellationTokenSource Within(TimeSpan length)
    {
        var step = CancellationTokenSource.CreateLinkedTokenSource(Token);
        step.CancelAfter(length < Remaining ? length : Remaining);
        return step;
    }

    public void Dispose() => _end.Dispose();

    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;
}
