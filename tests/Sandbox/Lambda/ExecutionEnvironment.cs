using System.ComponentModel;
using System.Threading.Channels;

namespace Firetiger.Sandbox.Lambda;

/// <summary>One process of a function and the one invocation it may have at a time.</summary>
/// <param name="id">The last segment of its Runtime API address.</param>
/// <param name="deployment">What it runs.</param>
/// <param name="time">The real clock: deadlines are not compressed.</param>
internal sealed class ExecutionEnvironment(string id, FunctionDeployment deployment, TimeProvider time) : IDisposable
{
    /// <summary>What Lambda allows for the start of a runtime before an invocation's own time runs.</summary>
    private static readonly TimeSpan InitLimit = TimeSpan.FromSeconds(10);

    private readonly Channel<Invocation> _work = Channel.CreateBounded<Invocation>(1);
    private readonly TaskCompletionSource<InvocationResult> _initError = new();
    private FunctionProcess? _process;
    private Invocation? _current;
    private volatile bool _retired;
    private bool _hasAnswered;

    public string Id { get; } = id;

    /// <summary>Gets a value indicating whether it can take another invocation.</summary>
    public bool IsReusable => !_retired && _process is not { Exited.IsCompleted: true };

    /// <summary>Runs one invocation to its answer, whatever the process does.</summary>
    /// <param name="invocation">The invocation.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>The answer; null when the process, having answered others, ended before it took this one.</returns>
    public async Task<InvocationResult?> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        _current = invocation;
        await _work.Writer.WriteAsync(invocation, cancellationToken);
        try
        {
            _process ??= await FunctionProcess.StartAsync(Id, deployment, cancellationToken);
            if (_retired)
            {
                // The sandbox ended while the process was started.
                _process.Dispose();
            }

            var result = await AnswerAsync(invocation, _process, cancellationToken);
            var endedWhileIdle = _hasAnswered && !invocation.Taken.IsCompleted && _process.Exited.IsCompleted;
            _hasAnswered = true;
            return endedWhileIdle ? null : result;
        }
        catch (Win32Exception e)
        {
            Retire();
            return InvocationResult.NotStarted(invocation.RequestId, deployment.Executable, e.Message);
        }
        catch
        {
            Retire();
            throw;
        }
    }

    /// <summary>Waits until there is an invocation: the long poll of <c>invocation/next</c>.</summary>
    /// <param name="cancellationToken">Ends with the process's connection.</param>
    /// <returns>The invocation and its deadline.</returns>
    public async Task<(Invocation Invocation, DateTimeOffset Deadline)> NextAsync(CancellationToken cancellationToken)
    {
        var invocation = await _work.Reader.ReadAsync(cancellationToken);
        var deadline = time.GetUtcNow() + deployment.Settings.Timeout;
        invocation.Take(deadline);
        return (invocation, deadline);
    }

    /// <summary>Takes the answer to the invocation under way.</summary>
    /// <param name="requestId">The invocation the process names.</param>
    /// <param name="result">The answer.</param>
    /// <returns>False when the process has no such invocation.</returns>
    public bool Answer(string requestId, InvocationResult result) =>
        _current is { } current
        && string.Equals(current.RequestId, requestId, StringComparison.Ordinal)
        && current.Answer(result);

    public void FailInit(InvocationResult error) => _initError.TrySetResult(error);

    public void Dispose() => Retire();

    private async Task<InvocationResult> AnswerAsync(
        Invocation invocation,
        FunctionProcess process,
        CancellationToken cancellationToken
    )
    {
        var settings = deployment.Settings;
        await Task.WhenAny(
            invocation.Taken,
            process.Exited,
            _initError.Task,
            Task.Delay(InitLimit + settings.Timeout, time, cancellationToken)
        );
        if (invocation.Taken.IsCompleted)
        {
            var left = await invocation.Taken - time.GetUtcNow();
            var limit = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, cancellationToken);
            await Task.WhenAny(invocation.Answered, process.Exited, limit);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return invocation.Answered.IsCompleted
            ? await invocation.Answered
            : await WithoutAnswerAsync(invocation, process);
    }

    private async Task<InvocationResult> WithoutAnswerAsync(Invocation invocation, FunctionProcess process)
    {
        // Decided before the process is killed: afterwards every process has exited.
        var result =
            _initError.Task.IsCompleted ? await _initError.Task
            : process.Exited.IsCompleted ? InvocationResult.Exited(invocation.RequestId, await process.Exited)
            : InvocationResult.TimedOut(invocation.RequestId, deployment.Settings.Timeout);
        Retire();
        deployment.Log(result.Payload);
        return result;
    }

    private void Retire()
    {
        _retired = true;
        _process?.Dispose();
    }
}
