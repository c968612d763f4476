using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Tests.Protocol;

public sealed class RetryScheduleTests
{
    [Theory]
    [InlineData(1, 0.0, 250)]
    [InlineData(1, 1.0, 125)]
    [InlineData(3, 0.0, 1000)]
    [InlineData(5, 0.0, 4000)]
    public void Waits_double_and_jitter_takes_up_to_half(int attempt, double jitter, int milliseconds)
    {
        RetrySchedule.After(attempt, jitter).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Fact]
    public void The_last_attempt_is_the_last()
    {
        RetrySchedule.After(RetrySchedule.MaximumAttempts, 0).ShouldBeNull();
    }
}
