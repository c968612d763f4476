using System.Diagnostics;

namespace Firetiger.Sandbox.Lambda;

/// <summary>The operating system's process of an execution environment.</summary>
internal sealed class FunctionProcess : IDisposable
{
    /// <summary>What a process needs from this machine to run at all. Nothing else is inherited.</summary>
    private static readonly string[] Inherited = ["PATH", "HOME", "DOTNET_ROOT"];

    private readonly Process _process;

    private FunctionProcess(Process process, FunctionLog log)
    {
        _process = process;
        Exited = ExitCodeAsync(process, log);
    }

    /// <summary>Gets the exit code once the process has ended by itself or was killed.</summary>
    public Task<int> Exited { get; }

    /// <summary>Starts one.</summary>
    /// <param name="environmentId">The execution environment.</param>
    /// <param name="deployment">What to start.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The running process.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">The operating system would not start it.</exception>
    public static async Task<FunctionProcess> StartAsync(
        string environmentId,
        FunctionDeployment deployment,
        CancellationToken cancellationToken
    )
    {
        var logStream = $"{deployment.Context.Clock.Now:yyyy/MM/dd}/[$LATEST]{environmentId}";
        var start = new ProcessStartInfo(deployment.Executable)
        {
            WorkingDirectory = Path.GetDirectoryName(deployment.Executable)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var variables = await FunctionVariables.ForAsync(environmentId, logStream, deployment, cancellationToken);
        foreach (var name in start.Environment.Keys.Except(Inherited, StringComparer.Ordinal).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var log = new FunctionLog(deployment, logStream);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new FunctionProcess(process, log);
    }

    public void Dispose()
    {
        if (!Exited.IsCompleted)
        {
            Kill();
        }
    }

    private static async Task<int> ExitCodeAsync(Process process, FunctionLog log)
    {
        // This also waits for the last lines of both streams.
        await process.WaitForExitAsync();
        log.Complete();
        return process.ExitCode;
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the kill.
        }
    }
}
