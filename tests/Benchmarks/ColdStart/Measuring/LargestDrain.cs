using System.Diagnostics;
using System.Globalization;
using Firetiger.ColdStart.Aws;
using Firetiger.ColdStart.Packages;

namespace Firetiger.ColdStart.Measuring;

/// <summary>The redriver's worst case: eight pages of the largest events at once.</summary>
/// <param name="aws">What it works on.</param>
/// <param name="redriver">The redriver.</param>
internal sealed class LargestDrain(LoopbackAws aws, Contender redriver)
{
    private const int Pages = 24;
    private const long Megabyte = 1024 * 1024;

    private static readonly long[] MemorySizes = [512 * Megabyte, 1024 * Megabyte];

    /// <summary>Measures.</summary>
    /// <returns>A run for each memory size.</returns>
    /// <exception cref="InvalidOperationException">The redriver failed.</exception>
    public async Task<IReadOnlyList<Drain>> MeasureAsync()
    {
        var drains = new List<Drain>();
        foreach (var memory in MemorySizes)
        {
            drains.Add(await MeasureAsync(memory));
        }

        return drains;
    }

    private async Task<Drain> MeasureAsync(long memory)
    {
        const int Messages = Pages * Session.PageSize;
        var session = aws.Open(Work.Redrive, Protocol.Http, SampleEvent.Largest());
        // A busy machine may cut off a call of ten megabytes; the run goes on without it.
        var run = session.InvokeAsync(Messages, atLeast: Messages / 2);
        // As on a machine of Lambda's with this memory: the collector lets less garbage wait where there is less room.
        var told = ("DOTNET_GCTotalPhysicalMemory", memory.ToString("x", CultureInfo.InvariantCulture));
        await using var process = FunctionProcess.Start(redriver, session, aws.Authority, told);
        var (taken, finished) = await process.WaitAsync(run);
        return new Drain(memory, session.Moved, Stopwatch.GetElapsedTime(taken, finished), process.PeakResidentBytes());
    }
}
