using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Reporting;
using Firetiger.DlqRedriver.Tests.Fakes;

namespace Firetiger.DlqRedriver.Tests;

/// <summary>How a run goes as far as the destination's health allows.</summary>
public sealed class GatedRunTests
{
    [Theory]
    [InlineData(0, 0, nameof(GateState.Unknown))]
    [InlineData(10, 0, nameof(GateState.Failing))]
    public async Task Unless_others_succeed_one_probe_is_sent_that_burns_no_attempt(
        double attempts,
        double successes,
        string state
    )
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.CloudWatch.Tell(live: (attempts, successes), redrive: (0, 0));
        DeadLetter(redriving, 20);

        var report = await redriving.RunAsync();

        report.Gate!.State.ToString().ShouldBe(state);
        report.Redriven.ShouldBe(1);
        report.Probed.ShouldBe(1);
        report.Quarantined.ShouldBe(0);
        var detail = redriving.Aws.EventBridge.Details.ShouldHaveSingleItem();
        ((int)detail["probe"]!).ShouldBe(1);
        ((int)detail["attempt"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Live_events_are_counted_over_the_minutes_that_metrics_have_come_of()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.CloudWatch.Tell(live: (240, 240), redrive: (100_000, 100_000));
        DeadLetter(redriving, 1);
        var inTime = await redriving.RunAsync();

        // The window began twelve minutes ago: of its ten there are five.
        redriving.Aws.CloudWatch.At = redriving.Time.GetUtcNow() - TimeSpan.FromMinutes(8);
        DeadLetter(redriving, 1);
        var late = await redriving.RunAsync();

        inTime.Budget.ShouldBe(BudgetBeside(0.4));
        late.Budget.ShouldBe(BudgetBeside(0.8));

        static int BudgetBeside(double livePerSecond) =>
            RunBudget.ForRun(share: 0.5, ratePerSecond: 1, livePerSecond, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Without_metrics_one_probe_is_sent_and_the_report_says_why()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.CloudWatch.RefusesToTell = true;
        DeadLetter(redriving, 20);

        var report = await redriving.RunAsync();

        report.Gate!.State.ShouldBe(GateState.MetricsUnavailable);
        report.Probed.ShouldBe(1);
        report.Fault.ShouldNotBeNull().ShouldContain("GetMetricData");
    }

    [Fact]
    public async Task When_live_events_arrive_again_the_first_copy_counts_as_an_attempt()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.CloudWatch.Tell(live: (10, 10), redrive: (0, 0));
        DeadLetter(redriving, 20);

        var report = await redriving.RunAsync();

        report.Gate!.State.ShouldBe(GateState.Proving);
        report.Redriven.ShouldBe(1);
        report.Probed.ShouldBe(0);
        ((int)redriving.Aws.EventBridge.Details.ShouldHaveSingleItem()["attempt"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Overlapped_workers_together_send_no_more_than_the_budget()
    {
        await using var redriving = await TimedRedriving.StartAsync();
        redriving.Aws.CloudWatch.Tell(live: (0, 0), redrive: (30, 21));
        DeadLetter(redriving, 150);

        var report = await redriving.RunAsync();

        report.Gate!.State.ShouldBe(GateState.Open);
        report.StoppedBecause.ShouldBe(StopReason.BudgetSpent);
        report.Redriven.ShouldBe(42);
        report.Deleted.ShouldBe(42);
    }

    private static void DeadLetter(TimedRedriving redriving, int count)
    {
        for (var index = 0; index < count; index++)
        {
            redriving.Aws.DeadLetter($"e-{index}");
        }
    }
}
