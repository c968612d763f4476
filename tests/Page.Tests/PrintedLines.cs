using System.Collections.Concurrent;
using System.Text;

namespace Firetiger.Page.Tests;

/// <summary>What a command prints, and waiting for a line of it.</summary>
internal sealed class PrintedLines : TextWriter
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<string> _lines = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value) => _lines.Enqueue(value ?? "");

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public async Task<string> FirstWithAsync(string start)
    {
        while (true)
        {
            if (_lines.FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }

            await Task.Delay(Period, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public override string ToString() => string.Join('\n', _lines);
}
