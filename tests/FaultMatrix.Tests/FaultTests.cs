using System.Diagnostics;

namespace Firetiger.FaultMatrix.Tests;

/// <summary>
/// Every fault between the redriver and AWS: whatever it is, once it is over each event has arrived or is in quarantine, and only a
/// crash, a lost answer or a failed deletion makes duplicates, of the batches in flight.
/// </summary>
/// <param name="fixture">The stack.</param>
public sealed class FaultTests(StageFixture fixture) : IClassFixture<StageFixture>
{
    private const int Events = 60;

    // The third call is seen only a moment later.
    private const int MostFaults = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Poison =
    [
        "no JSON at all",
        "[1, 2]",
        """{"id": "half a pair: \ud800", "\ud800": 1}""",
        """{"source":"firetiger.redrive","detail-type":"Dead-Lettered Event","detail":{"attempt":-1,"event":{"id":"x"}}}""",
        """{"detail-type":"Encrypted Events","detail":{}}""",
    ];

    // Eight pages of ten, at the most, are on their way when a run ends, and there are only so many messages.
    private static readonly int MostInFlight = Math.Min(80, Events + Poison.Length);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Stage Stage => fixture.Stage;

    [Theory]
    [InlineData("PutEvents", nameof(FaultKind.ServerError))]
    [InlineData("PutEvents", nameof(FaultKind.Throttle))]
    [InlineData("PutEvents", nameof(FaultKind.CutBefore))]
    [InlineData("PutEvents", nameof(FaultKind.CutAfter))]
    [InlineData("PutEvents", nameof(FaultKind.KillBefore))]
    [InlineData("PutEvents", nameof(FaultKind.KillAfter))]
    [InlineData("PutEvents", nameof(FaultKind.FailEntries), "InternalFailure")]
    [InlineData("PutEvents", nameof(FaultKind.FailEntries), "ThrottlingException")]
    [InlineData("PutEvents", nameof(FaultKind.FailEntries), "AccessDeniedException")]
    [InlineData("PutEvents", nameof(FaultKind.Slow))]
    [InlineData("ReceiveMessage", nameof(FaultKind.ServerError))]
    [InlineData("ReceiveMessage", nameof(FaultKind.CutAfter))]
    [InlineData("ReceiveMessage", nameof(FaultKind.KillBefore))]
    [InlineData("ReceiveMessage", nameof(FaultKind.KillAfter))]
    [InlineData("ReceiveMessage", nameof(FaultKind.CutBefore))]
    [InlineData("DeleteMessageBatch", nameof(FaultKind.ServerError))]
    [InlineData("DeleteMessageBatch", nameof(FaultKind.CutBefore))]
    [InlineData("DeleteMessageBatch", nameof(FaultKind.CutAfter))]
    [InlineData("DeleteMessageBatch", nameof(FaultKind.KillBefore))]
    [InlineData("DeleteMessageBatch", nameof(FaultKind.KillAfter))]
    [InlineData("DeleteMessageBatch", nameof(FaultKind.FailEntries), "InternalError")]
    [InlineData("DeleteMessageBatch", nameof(FaultKind.Slow))]
    [InlineData("ChangeMessageVisibilityBatch", nameof(FaultKind.ServerError))]
    [InlineData("ChangeMessageVisibilityBatch", nameof(FaultKind.KillBefore))]
    [InlineData("ChangeMessageVisibilityBatch", nameof(FaultKind.KillAfter))]
    [InlineData("SendMessage", nameof(FaultKind.ServerError))]
    [InlineData("SendMessage", nameof(FaultKind.CutAfter))]
    [InlineData("SendMessage", nameof(FaultKind.KillBefore))]
    [InlineData("SendMessage", nameof(FaultKind.KillAfter))]
    [InlineData("GetQueueAttributes", nameof(FaultKind.Throttle))]
    [InlineData("GetQueueAttributes", nameof(FaultKind.KillBefore))]
    [InlineData("GetQueueAttributes", nameof(FaultKind.KillAfter))]
    [InlineData("GetMetricData", nameof(FaultKind.ServerError))]
    [InlineData("GetMetricData", nameof(FaultKind.KillAfter))]
    [InlineData("DescribeRule", nameof(FaultKind.ServerError))]
    [InlineData("DescribeRule", nameof(FaultKind.KillBefore))]
    [InlineData("DescribeRule", nameof(FaultKind.KillAfter))]
    [InlineData("PutMetricData", nameof(FaultKind.ServerError))]
    [InlineData("PutMetricData", nameof(FaultKind.KillBefore))]
    [InlineData("PutMetricData", nameof(FaultKind.KillAfter))]
    public async Task Nothing_is_lost_to_a(string operation, string kind, string code = "InternalFailure")
    {
        // Every call, until there were three: with luck in it there might be too few calls for three.
        var fault = new Fault(operation, Enum.Parse<FaultKind>(kind), Share: 1, code);

        await ShouldLoseNothingAsync(
            $"{operation}-{kind}-{code}",
            async () =>
            {
                Stage.Faults.Faults = [fault];
                await UntilAsync(injected => injected >= 3);
                Stage.Faults.Faults = [];
            }
        );

        // What was on its way at three calls, and nothing at all where the run knows what the service did.
        Stage.Faults.Exposure.AtFaults.ShouldBeInRange(0, MayDouble(fault) ? MostFaults * MostInFlight : 0);
    }

    [Fact]
    public Task Nothing_is_lost_or_doubled_by_runs_side_by_side() =>
        ShouldLoseNothingAsync(
            "overlapping",
            () => Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Stage.RunAsync(Cancellation)))
        );

    [Fact]
    public Task Nothing_moves_while_the_rule_is_off() =>
        ShouldLoseNothingAsync(
            "disabled",
            async () =>
            {
                var before = Stage.Arrived().Count;
                await Stage.SetRuleAsync(isOn: false, Cancellation);
                await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System, Cancellation);
                Stage.Arrived().Count.ShouldBe(before);
                await Stage.SetRuleAsync(isOn: true, Cancellation);
            },
            ruleIsOff: true
        );

    [Theory]
    [InlineData(1_048_576 - (32 * 1_024), false)]
    [InlineData(1_048_576 - (32 * 1_024) + 1, true)]
    public async Task An_event_at_the_limit_is_sent_and_one_beyond_is_quarantined(int bytes, bool isQuarantined)
    {
        var id = $"size-{bytes}";
        await Stage.DeadLetterAsync(Stage.Event(id, bytes), Cancellation);

        await EmptyAsync();

        (await Stage.TakeQuarantineAsync(Cancellation)).Count.ShouldBe(isQuarantined ? 1 : 0);
        Stage
            .Arrived()
            .Count(arrived => string.Equals(arrived, id, StringComparison.Ordinal))
            .ShouldBe(isQuarantined ? 0 : 1);
    }

    private static bool MayDouble(Fault fault) =>
        fault switch
        {
            { Kind: FaultKind.KillBefore or FaultKind.KillAfter } => true,
            { Operation: "DeleteMessageBatch" } => fault.Kind is not (FaultKind.CutAfter or FaultKind.Slow),
            { Operation: "PutEvents" or "SendMessage" } => fault.Kind is FaultKind.CutAfter,
            _ => false,
        };

    private async Task ShouldLoseNothingAsync(string name, Func<Task> interfere, bool ruleIsOff = false)
    {
        if (ruleIsOff)
        {
            await Stage.SetRuleAsync(isOn: false, Cancellation);
            // They have seen it on, and would look again only after a minute or at their end.
            Stage.KillRuns();
        }

        var ids = Enumerable.Range(0, Events).Select(index => $"{name}-{index}").ToList();
        Stage.Faults.Exposure.Reset();
        var interfering = interfere();
        await Task.WhenAll(ids.Select(id => Stage.DeadLetterAsync(Stage.Event(id), Cancellation)));
        await Task.WhenAll(Poison.Select(body => Stage.DeadLetterAsync(body, Cancellation)));
        await interfering;

        await EmptyAsync();
        var arrived = await ArrivedAsync(name);
        var quarantined = await Stage.TakeQuarantineAsync(Cancellation);
        var duplicates = arrived.Count - ids.Count + quarantined.Count - Poison.Length;
        arrived.Distinct(StringComparer.Ordinal).ShouldBe(ids, ignoreOrder: true);
        quarantined.Distinct(StringComparer.Ordinal).ShouldBe(Poison, ignoreOrder: true);
        duplicates.ShouldBeInRange(0, Stage.Faults.Exposure.Doubles);
    }

    // A copy may still be on its way to the endpoint when its message is gone.
    private async Task<List<string>> ArrivedAsync(string name)
    {
        List<string> Now() => [.. Stage.Arrived().Where(id => id.StartsWith($"{name}-", StringComparison.Ordinal))];

        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < Patience && Now().Distinct(StringComparer.Ordinal).Count() < Events)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancellation);
        }

        return Now();
    }

    // Twice, so that a duplicate on its way to the endpoint has arrived, too.
    private async Task EmptyAsync()
    {
        var waiting = Stopwatch.StartNew();
        for (var seen = 0; seen < 2 && waiting.Elapsed < Patience; )
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancellation);
            seen = await Stage.DeadLettersAsync(Cancellation) == 0 ? seen + 1 : 0;
        }

        (await Stage.DeadLettersAsync(Cancellation)).ShouldBe(0);
    }

    private async Task UntilAsync(Predicate<int> holds)
    {
        var (before, waiting) = (Stage.Faults.Injected, Stopwatch.StartNew());
        while (!holds(Stage.Faults.Injected - before))
        {
            waiting.Elapsed.ShouldBeLessThan(Patience);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }
    }
}
