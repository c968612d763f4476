using Firetiger.PatternValidator.CommandLine;

namespace Firetiger.PatternValidator.Tests.CommandLine;

public sealed class InvocationRateTests
{
    private static readonly DateTimeOffset Start = new(2025, 3, 4, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Events_that_are_spread_out_need_the_lowest_rate()
    {
        var text = Render(Enumerable.Range(0, 100).Select(second => (second, 1)));

        text.ShouldContain("InvocationRatePerSecond=1: no event waits\n");
    }

    [Fact]
    public void A_burst_may_wait_a_minute()
    {
        var text = Render([(0, 610)]);

        text.ShouldContain("InvocationRatePerSecond=10: no event waits longer than 60 seconds\n");
        text.ShouldContain("InvocationRatePerSecond=300: no event waits longer than 2 seconds\n");
    }

    [Fact]
    public void A_backlog_is_worked_off_in_quiet_seconds()
    {
        var text = Render([(0, 61), (30, 31), (3600, 61)]);

        text.ShouldContain("InvocationRatePerSecond=2: no event waits longer than 30 seconds\n");
    }

    [Fact]
    public void More_than_EventBridge_sends_is_told_by_how_long_it_waits()
    {
        var text = Render([(0, 30_000)]);

        text.ShouldContain("InvocationRatePerSecond=300: no event waits longer than 99 seconds\n");
    }

    [Fact]
    public void Events_without_a_time_are_counted()
    {
        var rate = new InvocationRate();
        rate.Add(null);

        rate.Render().ShouldBe("no rate: 1 matching event without a `time` that can be read\n");
    }

    private static string Render(IEnumerable<(int Second, int Count)> bursts)
    {
        var rate = new InvocationRate();
        foreach (var (second, count) in bursts)
        {
            for (var number = 0; number < count; number++)
            {
                rate.Add(Start.AddSeconds(second));
            }
        }

        return rate.Render();
    }
}
