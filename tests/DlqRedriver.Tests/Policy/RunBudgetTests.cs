using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Tests.Policy;

public sealed class RunBudgetTests
{
    [Theory]
    [InlineData(0.5, 1, 0, 300, 150)]
    [InlineData(1, 300, 0, 300, 81_000)]
    [InlineData(0.5, 10, 6, 300, 900)]
    [InlineData(0.5, 10, 12, 300, 1)]
    [InlineData(0.5, 1, 0.5, 300, 112)]
    [InlineData(0.5, 300, 150, 300, 36_000)]
    [InlineData(0.01, 1, 0, 60, 1)]
    [InlineData(1, 100_000, 0, 86_400, int.MaxValue)]
    public void A_run_may_send_its_share_of_the_rate_as_far_as_live_events_leave_it_and_always_one(
        double share,
        int rate,
        double live,
        int seconds,
        int expected
    ) => RunBudget.ForRun(share, rate, live, TimeSpan.FromSeconds(seconds)).ShouldBe(expected);
}
