using CsCheck;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Tests.Policy;

public sealed class BackoffTests
{
    private static readonly TimeSpan Base = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 10)]
    [InlineData(3, 40)]
    [InlineData(6, 320)]
    [InlineData(7, 360)]
    [InlineData(1_000_000, 360)]
    public void The_wait_doubles_up_to_six_hours(int attempt, int minutes)
    {
        var wait = Backoff.After(attempt, ErrorClass.Ambiguous, "m-1", Base);

        wait.TotalMinutes.ShouldBeInRange(minutes * 0.75, minutes);
    }

    [Fact]
    public void A_missing_permission_waits_for_a_human_a_quarter_of_an_hour()
    {
        var wait = Backoff.After(0, ErrorClass.Configuration, "m-1", Base);

        wait.TotalMinutes.ShouldBeInRange(15 * 0.75, 15);
    }

    [Fact]
    public void Messages_of_one_outage_are_spread()
    {
        var waits = Enumerable.Range(0, 100).Select(n => Backoff.After(3, ErrorClass.Ambiguous, $"message-{n}", Base));

        waits.Distinct().Count().ShouldBeGreaterThan(90);
    }

    [Fact]
    public void The_same_message_waits_the_same_time_and_never_over_six_hours() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.String, Gen.Int[1, 21_600])
            .Sample(
                (attempt, id, seconds) =>
                {
                    var wait = Backoff.After(attempt, ErrorClass.Transient, id, TimeSpan.FromSeconds(seconds));
                    return wait > TimeSpan.Zero
                        && wait <= Backoff.Longest
                        && wait == Backoff.After(attempt, ErrorClass.Transient, id, TimeSpan.FromSeconds(seconds));
                }
            );
}
