using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Ingest;

namespace Firetiger.FaultMatrix.Tests;

/// <summary>A way to the destination that is broken, and both bodies that EventBridge may dead-letter.</summary>
public sealed class RouteTests
{
    private const int Events = 20;

    private static readonly string[] Ids = [.. Enumerable.Range(0, Events).Select(index => $"route-{index}")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_moves_without_a_bus()
    {
        await using var stage = await FilledAsync();
        await stage.DeleteBusAsync(Cancellation);

        var report = await stage.RunAsync(Cancellation);

        ((string)report["routeProblem"]!).ShouldContain("missing");
        (await stage.DeadLettersAsync(Cancellation)).ShouldBe(Events);
        stage.Faults.Calls.ShouldNotContainKey("PutEvents");
    }

    [Fact]
    public async Task Nothing_moves_until_the_connection_is_authorized()
    {
        await using var stage = await FilledAsync();
        await stage.SetConnectionAsync(isAuthorized: false, Cancellation);

        var report = await stage.RunAsync(Cancellation);

        ((string)report["routeProblem"]!).ShouldContain("uthorize");
        (await stage.DeadLettersAsync(Cancellation)).ShouldBe(Events);
        stage.Faults.Calls.ShouldNotContainKey("PutEvents");

        await stage.SetConnectionAsync(isAuthorized: true, Cancellation);
        await DrainAsync(stage);
        stage.Arrived().ShouldBe(Ids, ignoreOrder: true);
    }

    [Fact]
    public async Task A_copy_that_fails_comes_back_with_its_counts_and_is_sent_again()
    {
        await using var stage = await FilledAsync();
        await FailOnceAsync(stage);

        await DrainAsync(stage);

        stage.Arrived().ShouldBe(Ids, ignoreOrder: true);
    }

    [Fact]
    public async Task A_copy_that_comes_back_without_its_envelope_is_kept_and_not_sent_again()
    {
        await using var stage = await FilledAsync(DeadLetterBody.Transformed);
        await FailOnceAsync(stage);

        var report = await stage.RunAsync(Cancellation);

        ((int)report["redriven"]!).ShouldBe(0);
        ((int)report["waiting"]!).ShouldBe(Events);
        (await stage.DeadLettersAsync(Cancellation)).ShouldBe(Events);
        stage.Arrived().ShouldBeEmpty();
    }

    private static async Task<Stage> FilledAsync(DeadLetterBody body = DeadLetterBody.Matched)
    {
        var stage = await Stage.SetAsync(seed: 1, ratePerSecond: 1_000, isScheduled: false, Cancellation, body);
        await Task.WhenAll(Ids.Select(id => stage.DeadLetterAsync(Stage.Event(id), Cancellation)));
        // They rest for a second first.
        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System, Cancellation);
        return stage;
    }

    private static async Task FailOnceAsync(Stage stage)
    {
        stage.SetEndpoint(new IngestBehaviour.Status(401));
        ((int)(await stage.RunAsync(Cancellation))["redriven"]!).ShouldBe(Events);
        await UntilAsync(stage, Events);
        stage.SetEndpoint(new IngestBehaviour.Healthy());
        // The second wait is twice the first.
        await Task.Delay(TimeSpan.FromSeconds(2.5), TimeProvider.System, Cancellation);
    }

    private static async Task DrainAsync(Stage stage)
    {
        ((int)(await stage.RunAsync(Cancellation))["redriven"]!).ShouldBe(Events);
        await UntilAsync(stage, 0);
        while (stage.Arrived().Count < Events)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancellation);
        }
    }

    private static async Task UntilAsync(Stage stage, int deadLetters)
    {
        while (await stage.DeadLettersAsync(Cancellation) != deadLetters)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancellation);
        }
    }
}
