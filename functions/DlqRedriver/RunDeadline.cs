namespace Firetiger.DlqRedriver;

/// <summary>
/// The time that Lambda leaves a run. Sends end before the clean-up does, so that what was accepted last is still deleted, and the
/// clean-up before the function, so that it still reports.
/// </summary>
internal sealed class RunDeadline : IDisposable
{
    // Lambda's longest timeout: what says more, or nothing, is not to be believed.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    // Nothing is begun that has less than 7 s before sends end. A request that takes longer is cut off there.
    private static readonly TimeSpan BeginMargin = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan SendMargin = TimeSpan.FromSeconds(8);

    // What the report, the log line and the metrics take.
    private static readonly TimeSpan CleanUpMargin = TimeSpan.FromSeconds(3);

    private readonly TimeProvider _time;
    private readonly DateTimeOffset _end;
    private readonly TimeSpan _given;
    private readonly CancellationTokenSource _sends;
    private readonly CancellationTokenSource _cleanUp;

    /// <summary>Initializes a new instance of the <see cref="RunDeadline"/> class.</summary>
    /// <param name="remaining">What Lambda says is left; over 15 minutes count as 15.</param>
    /// <param name="time">The clock.</param>
    public RunDeadline(TimeSpan remaining, TimeProvider time)
    {
        var left = remaining < Longest ? remaining : Longest;
        _time = time;
        _end = time.GetUtcNow() + left;
        _given = left;
        _sends = EndingAfter(left - SendMargin, time);
        _cleanUp = EndingAfter(left - CleanUpMargin, time);
    }

    /// <summary>Gets what ends calls that look at messages or send them on.</summary>
    public CancellationToken Sends => _sends.Token;

    /// <summary>Gets what ends calls that delete, hide or show messages.</summary>
    public CancellationToken CleanUp => _cleanUp.Token;

    /// <summary>Gets a value indicating whether no page, batch or quarantine should be begun.</summary>
    public bool IsNear => Remaining < BeginMargin;

    /// <summary>Gets the part of the time that is over, from 0 to 1.</summary>
    public double PartOver => 1 - (Remaining / _given);

    /// <summary>Gets how long a received message is this run's: a message that it could not move comes back soon after.</summary>
    public TimeSpan Ownership => Remaining + TimeSpan.FromSeconds(30);

    private TimeSpan Remaining => _end - _time.GetUtcNow();

    /// <inheritdoc/>
    public void Dispose()
    {
        _sends.Dispose();
        _cleanUp.Dispose();
    }

    private static CancellationTokenSource EndingAfter(TimeSpan delay, TimeProvider time) =>
        new(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, time);
}
