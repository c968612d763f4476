using System.Text.Json.Nodes;
using Firetiger.Sandbox.Demo;

namespace Firetiger.Sandbox.Page;

/// <summary>Where the events were, second by second, for the plot. Safe for concurrent use.</summary>
internal sealed class History(Stage stage)
{
    private const int Capacity = 600;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<(DateTimeOffset At, Progress Progress)> _samples = new();

    /// <summary>Counts every second until the sandbox ends.</summary>
    /// <returns>When it has ended.</returns>
    public async Task KeepAsync()
    {
        var context = stage.Sandbox.Context;
        using var timer = new PeriodicTimer(Period, context.Clock.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(context.Stopping))
            {
                Add(context.Clock.Now, await stage.Installation.Tally.CountAsync(context.Stopping));
            }
        }
        catch (OperationCanceledException)
        {
            // The sandbox ends.
        }
    }

    /// <summary>Writes the columns of the plot, oldest first: epoch seconds, matched, delivered, dead letters, quarantined.</summary>
    /// <returns>Five arrays of one length.</returns>
    public JsonArray ToColumns()
    {
        (DateTimeOffset At, Progress Progress)[] samples;
        lock (_lock)
        {
            samples = [.. _samples];
        }

        JsonNode Column(Func<(DateTimeOffset At, Progress Progress), double> value) =>
            new JsonArray([.. samples.Select(sample => JsonValue.Create(value(sample)))]);
        return new JsonArray(
            Column(sample => sample.At.ToUnixTimeSeconds()),
            Column(sample => sample.Progress.Report.Matched),
            Column(sample => sample.Progress.Report.Delivered),
            Column(sample => sample.Progress.DeadLetters),
            Column(sample => sample.Progress.Report.Quarantined)
        );
    }

    private void Add(DateTimeOffset at, Progress progress)
    {
        lock (_lock)
        {
            _samples.Enqueue((at, progress));
            if (_samples.Count > Capacity)
            {
                _samples.Dequeue();
            }
        }
    }
}
