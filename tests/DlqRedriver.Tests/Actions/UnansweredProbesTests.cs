using Firetiger.DlqRedriver.Actions;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Reporting;

namespace Firetiger.DlqRedriver.Tests.Actions;

public sealed class UnansweredProbesTests
{
    private readonly UnansweredProbes _probes = new();

    [Fact]
    public void Runs_that_sent_and_heard_nothing_are_counted()
    {
        _probes.After(GateState.Unknown, Sent(1));
        _probes.After(GateState.Unknown, Sent(1));

        _probes.Runs.ShouldBe(2);
    }

    [Fact]
    public void A_run_that_sent_nothing_says_nothing()
    {
        _probes.After(GateState.Unknown, Sent(1));
        _probes.After(GateState.Unknown, Sent(0));

        _probes.Runs.ShouldBe(1);
    }

    [Fact]
    public void A_copy_that_came_back_is_an_answer()
    {
        var tally = Sent(1);
        tally.Saw([Returned()], Some.Now);
        _probes.After(GateState.Unknown, Sent(1));

        _probes.After(GateState.Unknown, tally);

        _probes.Runs.ShouldBe(0);
    }

    [Theory]
    [InlineData(nameof(GateState.Failing), 0)]
    [InlineData(nameof(GateState.Proving), 0)]
    [InlineData(nameof(GateState.Open), 0)]
    [InlineData(nameof(GateState.MetricsUnavailable), 1)]
    public void An_attempt_that_CloudWatch_shows_is_an_answer_and_its_silence_is_none(string state, int runs)
    {
        _probes.After(GateState.Unknown, Sent(1));

        _probes.After(Enum.Parse<GateState>(state), Sent(1));

        _probes.Runs.ShouldBe(runs);
    }

    private static RunTally Sent(int copies) => new() { Redriven = copies };

    private static DeadLetter Returned() => Some.DeadLetter(attempt: 1);
}
