using System.Diagnostics;
using System.Text;

namespace Firetiger.DlqRedriver.Tests.Fakes;

/// <summary>The function as it is deployed: its own executable, with an environment and nothing else.</summary>
internal sealed class RedriverProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private RedriverProcess(Process process) => _process = process;

    /// <summary>Gets everything written to standard output and standard error so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static RedriverProcess Start(IReadOnlyDictionary<string, string> environment)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory);
        var executable = Path.Combine(
            configuration.Parent!.Parent!.FullName,
            "DlqRedriver",
            configuration.Name,
            OperatingSystem.IsWindows() ? "DlqRedriver.exe" : "DlqRedriver"
        );
        var start = new ProcessStartInfo(executable)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("AWS_LAMBDA_RUNTIME_API");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var redriver = new RedriverProcess(new Process { StartInfo = start });
        redriver._process.OutputDataReceived += redriver.Keep;
        redriver._process.ErrorDataReceived += redriver.Keep;
        redriver._process.Start();
        redriver._process.BeginOutputReadLine();
        redriver._process.BeginErrorReadLine();
        return redriver;
    }

    /// <summary>Starts it as Lambda would.</summary>
    /// <param name="aws">What it talks to.</param>
    /// <param name="changes">Settings that differ from those of a sound deployment.</param>
    /// <returns>The process.</returns>
    public static RedriverProcess StartInLambda(FakeAws aws, params (string Name, string Value)[] changes)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_LAMBDA_RUNTIME_API"] = aws.Authority,
            ["AWS_ENDPOINT_URL"] = $"http://{aws.Authority}",
            ["AWS_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
            ["AWS_SECRET_ACCESS_KEY"] = "canary-secret-key",
            ["AWS_SESSION_TOKEN"] = "canary-session-token",
            ["DEAD_LETTER_QUEUE_URL"] = $"http://{aws.Authority}/123456789012/{FakeSqs.DeadLetters}",
            ["QUARANTINE_QUEUE_URL"] = $"http://{aws.Authority}/123456789012/{FakeSqs.Quarantine}",
            ["REDRIVE_BUS_NAME"] = "redrive-bus",
            ["REDRIVE_RULE_NAME"] = "redrive-rule",
            ["LIVE_RULE_NAME"] = "live-rule",
            ["API_DESTINATION_NAME"] = "firetiger",
            ["CONNECTION_NAME"] = "firetiger",
            ["STACK_NAME"] = "stack",
        };
        foreach (var (name, value) in changes)
        {
            environment[name] = value;
        }

        return Start(environment);
    }

    /// <summary>Waits for the end of the process.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process
            .WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends it, so that its output is complete.</summary>
    /// <returns>When it has ended.</returns>
    public async Task StopAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.Append(line.Data).Append('\n');
        }
    }
}
