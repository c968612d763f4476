using System.Diagnostics;
using Firetiger.ColdStart.Aws;
using Firetiger.ColdStart.Packages;

namespace Firetiger.ColdStart.Measuring;

/// <summary>Starts every function over and over, one after the other, so that a busy moment of the machine meets all of them.</summary>
/// <param name="aws">What they work on.</param>
/// <param name="contenders">The functions.</param>
/// <param name="runs">How often each is started over each protocol.</param>
/// <param name="progress">Where it is told how far it is.</param>
internal sealed class Benchmark(LoopbackAws aws, IReadOnlyList<Contender> contenders, int runs, TextWriter progress)
{
    // After so many invocations a just-in-time compiler has done its most; the last ten count.
    private const int WarmUps = 20;
    private const int Warm = 10;

    /// <summary>Measures.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was measured.</returns>
    /// <exception cref="InvalidOperationException">A function failed.</exception>
    public async Task<Results> RunAsync(CancellationToken cancellationToken)
    {
        var samples = new List<(Contender Contender, Protocol Protocol, Sample Sample)>();
        // The first round fills the caches of the machine, and those of Python, and does not count.
        for (var run = 0; run <= runs; run++)
        {
            await progress.WriteLineAsync($"round {run} of {runs}".AsMemory(), cancellationToken);
            foreach (var protocol in Enum.GetValues<Protocol>())
            {
                foreach (var contender in contenders)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var sample = await MeasureAsync(contender, protocol);
                    if (run > 0)
                    {
                        samples.Add((contender, protocol, sample));
                    }
                }
            }
        }

        var rows = samples.GroupBy(item => (item.Contender, item.Protocol), item => item.Sample);
        return new Results(
            [.. rows.Select(row => new Row(row.Key.Contender, row.Key.Protocol, [.. row]))],
            await new LargestDrain(aws, contenders[0]).MeasureAsync(),
            await AllocationMeter.MeasureAsync(aws)
        );
    }

    private async Task<Sample> MeasureAsync(Contender contender, Protocol protocol)
    {
        var session = aws.Open(contender.Work, protocol, SampleEvent.Json);
        var first = session.InvokeAsync();
        var started = Stopwatch.GetTimestamp();
        await using var process = FunctionProcess.Start(contender, session, aws.Authority);
        var (_, finished) = await process.WaitAsync(first);
        var calls = session.Operations.Calls;
        var warm = new List<TimeSpan>(Warm);
        for (var invocation = 0; invocation < WarmUps + Warm; invocation++)
        {
            var (taken, done) = await process.WaitAsync(session.InvokeAsync());
            if (invocation >= WarmUps)
            {
                warm.Add(Stopwatch.GetElapsedTime(taken, done));
            }
        }

        return new Sample(
            Stopwatch.GetElapsedTime(started, finished),
            warm.Median(time => time),
            process.PeakResidentBytes(),
            calls
        );
    }
}
