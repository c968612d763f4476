namespace Firetiger.DlqRedriver;

/// <summary>The time that Lambda leaves a run. It ends between two pages, so that nothing is left half done.</summary>
internal sealed class RunDeadline : IDisposable
{
    // A page is at most four rounds of PutEvents, a delete and a few sends, each far below the client's timeout of 5 s.
    private static readonly TimeSpan PageMargin = TimeSpan.FromSeconds(15);

    // What the report, the log line and the metrics take.
    private static readonly TimeSpan ReportMargin = TimeSpan.FromSeconds(3);

    private readonly TimeProvider _time;
    private readonly DateTimeOffset _end;
    private readonly CancellationTokenSource _calls;

    /// <summary>Initializes a new instance of the <see cref="RunDeadline"/> class.</summary>
    /// <param name="remaining">What Lambda says is left.</param>
    /// <param name="time">The clock.</param>
    public RunDeadline(TimeSpan remaining, TimeProvider time)
    {
        _time = time;
        _end = time.GetUtcNow() + remaining;
        var calls = remaining - ReportMargin;
        _calls = new CancellationTokenSource(calls > TimeSpan.Zero ? calls : TimeSpan.Zero, time);
    }

    /// <summary>Gets what ends calls to AWS that hang.</summary>
    public CancellationToken Calls => _calls.Token;

    /// <summary>Gets a value indicating whether no page should be begun.</summary>
    public bool IsNear => Remaining < PageMargin;

    /// <summary>Gets how long a received message is this run's: a message that it could not move comes back soon after.</summary>
    public TimeSpan Ownership => Remaining + TimeSpan.FromSeconds(30);

    private TimeSpan Remaining => _end - _time.GetUtcNow();

    /// <inheritdoc/>
    public void Dispose() => _calls.Dispose();
}
