using Microsoft.Extensions.Time.Testing;

namespace Firetiger.PatternValidator.Tests;

public sealed class DeadlineTests
{
    [Fact]
    public void Time_is_up_a_second_before_Lambda_ends_it()
    {
        var time = new FakeTimeProvider();
        using var deadline = new Deadline(TimeSpan.FromSeconds(30), time);

        time.Advance(TimeSpan.FromSeconds(28.9));
        var before = deadline.Token.IsCancellationRequested;
        time.Advance(TimeSpan.FromSeconds(0.1));

        before.ShouldBeFalse();
        deadline.Token.IsCancellationRequested.ShouldBeTrue();
        deadline.Remaining.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(1_000_000, 900)]
    public void Whatever_Lambda_says_is_brought_into_range(int remainingSeconds, int expectedSeconds)
    {
        using var deadline = new Deadline(TimeSpan.FromSeconds(remainingSeconds), new FakeTimeProvider());

        deadline.Remaining.ShouldBe(TimeSpan.FromSeconds(expectedSeconds));
    }
}
