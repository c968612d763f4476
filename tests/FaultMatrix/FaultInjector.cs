using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.FaultMatrix;

/// <summary>Lets calls of the redriver go wrong, by a seeded choice, and counts them. Others' calls pass.</summary>
/// <param name="seed">The seed.</param>
/// <param name="kill">Kills the redriver.</param>
internal sealed class FaultInjector(int seed, Action kill) : IWireFaults
{
    // Long enough for a run that is well, short enough that a test of a killed one need not wait for two minutes.
    private const int LongestOwnership = 6;

    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(LongestOwnership + 0.5);

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private int _injected;
    private int _lostAnswers;
    private int _undeleted;

    /// <summary>Gets or sets what goes wrong; the first that fits a call and its luck is taken.</summary>
    public IReadOnlyList<Fault> Faults { get; set; } = [];

    /// <summary>Gets or sets the time that every call takes longer.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Gets or sets a value indicating whether CloudWatch tells of a healthy destination.</summary>
    public bool OpensGate { get; set; } = true;

    /// <summary>Gets how many calls went wrong.</summary>
    public int Injected => _injected;

    /// <summary>Gets how many calls went wrong so that a copy may have been sent that the redriver does not know of.</summary>
    public int LostAnswers => _lostAnswers;

    /// <summary>Gets how many calls left messages in the queue whose copies may have been accepted.</summary>
    public int Undeleted => _undeleted;

    /// <summary>Gets the redriver's calls by operation.</summary>
    public ConcurrentDictionary<string, int> Calls { get; } = new(StringComparer.Ordinal);

    public async Task<JsonObject> CallAsync(
        WireCall call,
        Func<JsonObject, Task<JsonObject>> serve,
        CancellationToken cancellationToken
    )
    {
        await Task.Delay(Latency, TimeProvider.System, cancellationToken);
        if (call.Caller is not Principal.Role)
        {
            return await serve(call.Input);
        }

        Calls.AddOrUpdate(call.Operation, 1, (_, count) => count + 1);
        if (call.Operation is "ReceiveMessage")
        {
            call.Input["VisibilityTimeout"] = LongestOwnership;
        }

        return Choose(call.Operation) is { } fault
            ? await GoWrongAsync(fault, call, serve, cancellationToken)
            : await AnswerAsync(call, serve);
    }

    private Fault? Choose(string operation)
    {
        lock (_lock)
        {
            return Faults.FirstOrDefault(fault =>
                string.Equals(fault.Operation, operation, StringComparison.Ordinal)
                && _random.NextDouble() < fault.Share
            );
        }
    }

    private Task<JsonObject> AnswerAsync(WireCall call, Func<JsonObject, Task<JsonObject>> serve) =>
        OpensGate && call.Operation is "GetMetricData" ? Task.FromResult(Healthy()) : serve(call.Input);

    private async Task<JsonObject> GoWrongAsync(
        Fault fault,
        WireCall call,
        Func<JsonObject, Task<JsonObject>> serve,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _injected);
        if (fault.Kind is FaultKind.CutAfter or FaultKind.KillBefore or FaultKind.KillAfter or FaultKind.Slow)
        {
            Interlocked.Increment(ref _lostAnswers);
        }
        else if (call.Operation is "DeleteMessageBatch")
        {
            Interlocked.Increment(ref _undeleted);
        }

        switch (fault.Kind)
        {
            case FaultKind.ServerError:
                throw new AwsException("InternalException", "The fault injector says so.", 500);
            case FaultKind.Throttle:
                throw new AwsException("ThrottlingException", "The fault injector says so.");
            case FaultKind.CutBefore:
                throw new ConnectionCutException();
            case FaultKind.KillBefore:
                kill();
                throw new ConnectionCutException();
            case FaultKind.FailEntries:
                return await Batch.FailEveryOtherAsync(call, fault.Code, serve);
            case FaultKind.Slow:
                await Task.Delay(Slowness, TimeProvider.System, cancellationToken);
                return await AnswerAsync(call, serve);
            default:
                await AnswerAsync(call, serve);
                if (fault.Kind == FaultKind.KillAfter)
                {
                    kill();
                }

                throw new ConnectionCutException();
        }
    }

    private static JsonObject Healthy() =>
        new()
        {
            ["MetricDataResults"] = new JsonArray([
                .. ((string[])["redriveAttempts", "redriveSuccesses"]).Select(id => new JsonObject
                {
                    ["Id"] = id,
                    ["StatusCode"] = "Complete",
                    ["Timestamps"] = new JsonArray(),
                    ["Values"] = new JsonArray(1_000_000.0),
                }),
            ]),
        };
}
