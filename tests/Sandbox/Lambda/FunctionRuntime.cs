using System.Collections.Concurrent;
using System.Threading.Channels;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Lambda;

/// <summary>The processes of one deployment of a function: started when needed, reused, never more than ten.</summary>
internal sealed class FunctionRuntime
{
    private const int MostProcesses = 10;

    private readonly ConcurrentDictionary<string, ExecutionEnvironment> _all = new(StringComparer.Ordinal);
    private readonly ConcurrentStack<ExecutionEnvironment> _idle = new();
    private readonly Channel<bool> _busy = Channel.CreateBounded<bool>(MostProcesses);
    private readonly FunctionDeployment _deployment;
    private volatile bool _retired;

    public FunctionRuntime(FunctionDeployment deployment)
    {
        _deployment = deployment;
        deployment.Context.Stopping.Register(KillAll);
    }

    public ExecutionEnvironment? Find(string environmentId) => _all.GetValueOrDefault(environmentId);

    /// <summary>Runs an invocation in an idle process or a new one; waits when there are ten busy ones.</summary>
    /// <param name="payload">The event.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AwsException">The function's role cannot be assumed.</exception>
    public async Task<InvocationResult> InvokeAsync(byte[] payload, CancellationToken cancellationToken)
    {
        await _busy.Writer.WriteAsync(true, cancellationToken);
        try
        {
            InvocationResult? result = null;
            while (result is null)
            {
                result = await InvokeAsync(Idle() ?? Add(), payload, cancellationToken);
            }

            return result;
        }
        finally
        {
            _busy.Reader.TryRead(out _);
        }
    }

    /// <summary>Ends the idle processes at once and each busy one after its invocation.</summary>
    public void Retire()
    {
        _retired = true;
        while (_idle.TryPop(out var environment))
        {
            Remove(environment);
        }
    }

    /// <summary>Kills the processes, whatever they are doing.</summary>
    public void KillAll()
    {
        foreach (var environment in _all.Values)
        {
            environment.Dispose();
        }
    }

    private async Task<InvocationResult?> InvokeAsync(
        ExecutionEnvironment environment,
        byte[] payload,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var invocation = new Invocation(_deployment.Context.Ids.NextGuid().ToString(), payload);
            return await environment.RunAsync(invocation, cancellationToken);
        }
        finally
        {
            GiveBack(environment);
        }
    }

    /// <summary>Takes an idle process; one that has ended since is cleared away.</summary>
    private ExecutionEnvironment? Idle()
    {
        while (_idle.TryPop(out var environment))
        {
            if (environment.IsReusable)
            {
                return environment;
            }

            Remove(environment);
        }

        return null;
    }

    private ExecutionEnvironment Add()
    {
        var id = _deployment.Context.Ids.NextGuid().ToString("N");
        return _all[id] = new ExecutionEnvironment(id, _deployment, _deployment.Context.Clock.Time);
    }

    private void GiveBack(ExecutionEnvironment environment)
    {
        if (environment.IsReusable && !_retired)
        {
            _idle.Push(environment);
        }
        else
        {
            Remove(environment);
        }
    }

    private void Remove(ExecutionEnvironment environment)
    {
        environment.Dispose();
        _all.TryRemove(environment.Id, out _);
    }
}
