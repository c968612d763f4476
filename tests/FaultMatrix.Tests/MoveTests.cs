namespace Firetiger.FaultMatrix.Tests;

/// <summary>Renewal and release, killed at each of their calls: a message is in its old queue, in its new one, or in both.</summary>
public sealed class MoveTests
{
    private const int Messages = 30;

    // They are moved page by page.
    private const int PageSize = 10;

    private static readonly string[] Ids = [.. Enumerable.Range(0, Messages).Select(index => $"move-{index}")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SendMessage", nameof(FaultKind.KillBefore))]
    [InlineData("SendMessage", nameof(FaultKind.KillAfter))]
    [InlineData("DeleteMessageBatch", nameof(FaultKind.KillBefore))]
    [InlineData("DeleteMessageBatch", nameof(FaultKind.KillAfter))]
    public async Task Renewal_killed_at_a_call_loses_nothing(string operation, string kind)
    {
        await using var stage = await Stage.SetAsync(seed: 1, ratePerSecond: 1_000, isScheduled: false, Cancellation);
        await FillAsync(stage, stage.DeadLetterQueueUrl);
        stage.Faults.LooksOldBefore = TimeProvider.System.GetUtcNow();

        await KillOnceAsync(stage, """{"action":"renew"}""", operation, kind);
        await stage.RunAsync(Cancellation, """{"action":"renew"}""");

        ShouldBeThere(await stage.TakeAsync(stage.DeadLetterQueueUrl, Cancellation));
    }

    [Theory]
    [InlineData("SendMessage", nameof(FaultKind.KillBefore))]
    [InlineData("SendMessage", nameof(FaultKind.KillAfter))]
    [InlineData("DeleteMessageBatch", nameof(FaultKind.KillBefore))]
    [InlineData("DeleteMessageBatch", nameof(FaultKind.KillAfter))]
    public async Task Release_killed_at_a_call_loses_nothing(string operation, string kind)
    {
        await using var stage = await Stage.SetAsync(seed: 1, ratePerSecond: 1_000, isScheduled: false, Cancellation);
        await FillAsync(stage, stage.QuarantineQueueUrl);

        await KillOnceAsync(stage, """{"action":"release"}""", operation, kind);
        var report = await stage.RunAsync(Cancellation, """{"action":"release"}""");

        ((int)report["released"]!).ShouldBeGreaterThan(0, report.ToJsonString());
        (await stage.TakeQuarantineAsync(Cancellation)).ShouldBeEmpty();
        ShouldBeThere(await stage.TakeAsync(stage.DeadLetterQueueUrl, Cancellation));
    }

    private static Task FillAsync(Stage stage, string queueUrl) =>
        Task.WhenAll(Ids.Select(id => stage.SendAsync(queueUrl, Stage.Event(id), Cancellation)));

    private static async Task KillOnceAsync(Stage stage, string payload, string operation, string kind)
    {
        stage.Faults.Faults = [new Fault(operation, Enum.Parse<FaultKind>(kind), Share: 1)];
        var report = await stage.RunAsync(Cancellation, payload);
        stage.Faults.Faults = [];

        report.ContainsKey("errorType").ShouldBeTrue(report.ToJsonString());
        stage.Faults.Injected.ShouldBeGreaterThan(0);
        // Until what the killed run had received is visible again.
        await Task.Delay(TimeSpan.FromSeconds(7), TimeProvider.System, Cancellation);
    }

    private static void ShouldBeThere(IReadOnlyList<string> bodies)
    {
        bodies.Distinct(StringComparer.Ordinal).ShouldBe(Ids.Select(id => Stage.Event(id)), ignoreOrder: true);
        (bodies.Count - Messages).ShouldBeInRange(0, PageSize);
    }
}
