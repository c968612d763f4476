using System.Diagnostics;
using System.Text;

namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>The function as a process, serving invocations, with the AWS that it talks to.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private RunningFunction(LoopbackAws aws, Process process)
    {
        Aws = aws;
        _process = process;
    }

    public LoopbackAws Aws { get; }

    /// <summary>Gets what the function has written so far, to either stream.</summary>
    public string LogText
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    public static async Task<RunningFunction> StartAsync(
        string? endpoint = null,
        params (string Name, string Value)[] environment
    )
    {
        var aws = await LoopbackAws.StartAsync();
        var start = ValidatorExecutable.StartInfo();
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = aws.Endpoint.Authority;
        start.Environment["AWS_ENDPOINT_URL"] = endpoint ?? aws.Endpoint.ToString();
        start.Environment["AWS_REGION"] = "eu-west-1";
        start.Environment["AWS_ACCESS_KEY_ID"] = "AKIAEXAMPLE";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "secret";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var function = new RunningFunction(aws, new Process { StartInfo = start });
        function.Begin();
        return function;
    }

    /// <summary>Sends a request and waits for the end of the invocation.</summary>
    public Task<InvocationResult> InvokeAsync(string payload) => Aws.InvokeAsync(payload);

    /// <summary>Sends a request that must be answered with one response.</summary>
    public async Task<ReceivedResponse> AskAsync(string payload)
    {
        var result = await InvokeAsync(payload);

        result.IsError.ShouldBeFalse(result.Body);
        return Aws.Responses.ShouldHaveSingleItem();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await Aws.DisposeAsync();
    }

    private void Begin()
    {
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }
    }
}
