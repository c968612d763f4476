namespace Firetiger.PatternValidator.CommandLine;

/// <summary>Says on a terminal how far a long run is: on one line, at most five times a second.</summary>
internal sealed class Progress(StandardStreams streams, TimeProvider time)
{
    private const string ClearLine = "\r\e[K";
    private const long BytesPerMegabyte = 1_000_000;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private long _last = time.GetTimestamp();
    private bool _isShown;

    public void Show(long events, long bytes)
    {
        if (!streams.ShowsProgress || time.GetElapsedTime(_last) < Interval)
        {
            return;
        }

        streams.Error.Write($"{ClearLine}{Counted.Of(events, "event")}, {bytes / BytesPerMegabyte} MB");
        (_last, _isShown) = (time.GetTimestamp(), true);
    }

    public void Clear()
    {
        if (_isShown)
        {
            streams.Error.Write(ClearLine);
            _isShown = false;
        }
    }
}
