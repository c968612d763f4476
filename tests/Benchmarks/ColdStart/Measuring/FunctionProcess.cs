using System.Diagnostics;
using System.Globalization;
using Firetiger.ColdStart.Aws;
using Firetiger.ColdStart.Packages;

namespace Firetiger.ColdStart.Measuring;

/// <summary>A process under measurement.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private const long Kilobyte = 1024;

    // Far longer than any invocation here takes; only a failure waits it out.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;
    private readonly Session _session;

    private FunctionProcess(Process process, Session session)
    {
        _process = process;
        _session = session;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts a function that has an invocation waiting for it.</summary>
    /// <param name="contender">The function.</param>
    /// <param name="session">What it works on.</param>
    /// <param name="authority">Whom it trusts.</param>
    /// <param name="more">More environment variables.</param>
    /// <returns>The process.</returns>
    public static FunctionProcess Start(
        Contender contender,
        Session session,
        Authority authority,
        params (string Name, string Value)[] more
    )
    {
        var start = new ProcessStartInfo(contender.Program, contender.Arguments)
        {
            WorkingDirectory = contender.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        FunctionEnvironment.Set(start.Environment, session, authority);
        foreach (var (name, value) in more)
        {
            start.Environment[name] = value;
        }

        return new FunctionProcess(Process.Start(start)!, session);
    }

    /// <summary>Waits for the end of an invocation.</summary>
    /// <param name="invocation">The invocation.</param>
    /// <returns>Its times.</returns>
    /// <exception cref="InvalidOperationException">The process ended, or did not answer.</exception>
    public async Task<(long Taken, long Finished)> WaitAsync(Task<(long Taken, long Finished)> invocation)
    {
        var ended = _process.WaitForExitAsync();
        await Task.WhenAny(invocation, ended, Task.Delay(Patience, TimeProvider.System));
        if (invocation.IsCompleted)
        {
            return await invocation;
        }

        var state = ended.IsCompleted ? $"ended with {_process.ExitCode}" : $"did not answer in {Patience}";
        await DisposeAsync();
        throw new InvalidOperationException(
            $"{_process.StartInfo.FileName} {state}:\n{await _output}{await _error}{_session.Operations.Calls} calls"
        );
    }

    /// <summary>Tells the most memory that was resident so far.</summary>
    /// <returns>Bytes.</returns>
    public long PeakResidentBytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status")
            .First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        var number = line["VmHWM:".Length..].Trim().Split(' ')[0];
        return long.Parse(number, CultureInfo.InvariantCulture) * Kilobyte;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }
}
