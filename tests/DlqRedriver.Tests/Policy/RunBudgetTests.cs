using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Tests.Policy;

public sealed class RunBudgetTests
{
    [Theory]
    [InlineData(0.5, 1, 300, 150)]
    [InlineData(1, 300, 300, 90_000)]
    [InlineData(0.01, 1, 60, 1)]
    [InlineData(1, 100_000, 86_400, int.MaxValue)]
    public void A_run_may_send_its_share_of_the_rate_and_always_one(
        double share,
        int rate,
        int seconds,
        int expected
    ) => RunBudget.ForRun(share, rate, TimeSpan.FromSeconds(seconds)).ShouldBe(expected);
}
