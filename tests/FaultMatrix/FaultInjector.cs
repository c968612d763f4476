using System.Collections.Concurrent;
using System.Globalization;
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

    private static readonly TimeSpan OldAge = TimeSpan.FromDays(12);

    // What a killed process had written to its connection is served all the same.
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private int _injected;
    private int _lostAnswers;

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

    /// <summary>Gets what may arrive twice.</summary>
    public Exposure Exposure { get; } = new(TimeSpan.FromSeconds(LongestOwnership));

    /// <summary>Gets or sets the time before which a message was sent that is to look twelve days older than it is.</summary>
    public DateTimeOffset LooksOldBefore { get; set; }

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

        try
        {
            return Choose(call.Operation) is { } fault
                ? await GoWrongAsync(fault, call, Watched, cancellationToken)
                : await AnswerAsync(call, Watched);
        }
        finally
        {
            Exposure.Asked(call.Operation, call.Input);
        }

        Task<JsonObject> Watched(JsonObject input) => Exposure.WatchAsync(call.Operation, input, serve);
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

    private async Task<JsonObject> AnswerAsync(WireCall call, Func<JsonObject, Task<JsonObject>> serve) =>
        OpensGate && call.Operation is "GetMetricData" ? Healthy() : Aged(await serve(call.Input));

    private JsonObject Aged(JsonObject answer)
    {
        foreach (var message in answer["Messages"]?.AsArray() ?? [])
        {
            var attributes = message!["Attributes"];
            if (
                long.TryParse((string?)attributes?["SentTimestamp"], CultureInfo.InvariantCulture, out var sent)
                && sent < LooksOldBefore.ToUnixTimeMilliseconds()
            )
            {
                attributes["SentTimestamp"] = $"{sent - (long)OldAge.TotalMilliseconds}";
            }
        }

        return answer;
    }

    private async Task KillAsync()
    {
        Exposure.Killed();
        kill();
        await Task.Delay(LastWords, TimeProvider.System);
        Exposure.Killed();
    }

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

        switch (fault.Kind)
        {
            case FaultKind.ServerError:
                throw new AwsException("InternalException", "The fault injector says so.", 500);
            case FaultKind.Throttle:
                throw new AwsException("ThrottlingException", "The fault injector says so.");
            case FaultKind.CutBefore:
                throw new ConnectionCutException();
            case FaultKind.KillBefore:
                await KillAsync();
                throw new ConnectionCutException();
            case FaultKind.FailEntries:
                return await Batch.FailEveryOtherAsync(call, fault.Code, serve);
            case FaultKind.Slow:
                await Task.Delay(Slowness, TimeProvider.System, cancellationToken);
                return await AnswerAsync(call, serve);
            default:
                await AnswerAsync(call, serve);
                Exposure.AnswerLost(call.Operation, call.Input);
                if (fault.Kind == FaultKind.KillAfter)
                {
                    await KillAsync();
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
                    ["Timestamps"] = new JsonArray(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()),
                    ["Values"] = new JsonArray(1_000_000.0),
                }),
            ]),
        };
}
