namespace Firetiger.FaultMatrix.Tests;

/// <summary>What a redrive asks of AWS.</summary>
public sealed class CallTests
{
    private const int Messages = 1_000;

    // Looks, metrics, route, the last receives that find nothing, and pages that come back with fewer than ten.
    private const int PerRun = 40;

    [Fact]
    public async Task A_run_makes_three_calls_for_ten_messages_and_a_few_of_its_own()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var stage = await Stage.SetAsync(seed: 1, ratePerSecond: 100_000, isScheduled: false, cancellation);
        for (var index = 0; index < Messages; index++)
        {
            await stage.DeadLetterAsync(Stage.Event($"call-{index}"), cancellation);
        }

        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellation);
        var report = await stage.RunAsync(cancellation);

        ((int)report["redriven"]!).ShouldBe(Messages);
        stage.Faults.Calls.Values.Sum().ShouldBeInRange(Messages * 3 / 10, (Messages * 3 / 10) + PerRun);
    }
}
