using Firetiger.DlqRedriver.Actions;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Tests.Actions;

public sealed class UnansweredProbesTests
{
    private static readonly Gate Unknown = Gate.Of(Health(live: 0, redrive: 0), 100, 0);

    private readonly UnansweredProbes _probes = new();

    [Fact]
    public void Runs_that_sent_and_heard_nothing_are_counted()
    {
        _probes.After(Unknown, sent: 1, cameBack: 0);
        _probes.After(Unknown, sent: 1, cameBack: 0);

        _probes.Runs.ShouldBe(2);
    }

    [Fact]
    public void Live_events_that_arrive_say_nothing_of_copies()
    {
        _probes.After(Gate.Of(Health(live: 10, redrive: 0), 100, 0), sent: 1, cameBack: 0);

        _probes.Runs.ShouldBe(1);
    }

    [Fact]
    public void A_run_that_sent_nothing_says_nothing()
    {
        _probes.After(Unknown, sent: 1, cameBack: 0);
        _probes.After(Unknown, sent: 0, cameBack: 0);

        _probes.Runs.ShouldBe(1);
    }

    [Fact]
    public void A_copy_that_came_back_is_an_answer()
    {
        _probes.After(Unknown, sent: 1, cameBack: 0);

        _probes.After(Unknown, sent: 1, cameBack: 1);

        _probes.Runs.ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 1)]
    [InlineData(10, 0)]
    public void An_attempt_that_CloudWatch_shows_is_an_answer(int live, int redrive)
    {
        _probes.After(Unknown, sent: 1, cameBack: 0);

        _probes.After(Gate.Of(Health(live, redrive, redriveAttempts: 1), 100, 0), sent: 1, cameBack: 0);

        _probes.Runs.ShouldBe(0);
    }

    [Fact]
    public void The_silence_of_CloudWatch_is_no_answer()
    {
        _probes.After(Unknown, sent: 1, cameBack: 0);

        _probes.After(Gate.Of(null, 100, 0), sent: 1, cameBack: 0);

        _probes.Runs.ShouldBe(1);
    }

    private static DestinationHealth Health(int live, int redrive, int redriveAttempts = 0) =>
        new(
            new RuleInvocations(live, live),
            new RuleInvocations(redriveAttempts, redrive),
            TimeSpan.FromMinutes(10),
            TimeSpan.FromMinutes(10)
        );
}
