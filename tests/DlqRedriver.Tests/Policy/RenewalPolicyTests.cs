using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Tests.Policy;

public sealed class RenewalPolicyTests
{
    [Theory]
    [InlineData("a page at least", 100, 14, 5, 10)]
    [InlineData("each message twenty times in the three days that are left", 140_000, 14, 5, 3_240)]
    [InlineData("more where runs are few", 140_000, 14, 60, 38_888)]
    [InlineData("more than there are where they are very few", 1_000, 1, 60, 3_888)]
    public void A_run_looks_at_so_many_young_messages(
        string behaviour,
        int visible,
        int retentionDays,
        int intervalMinutes,
        int expected
    ) =>
        RenewalPolicy
            .YoungInARow(visible, TimeSpan.FromDays(retentionDays), TimeSpan.FromMinutes(intervalMinutes))
            .ShouldBe(expected, behaviour);
}
