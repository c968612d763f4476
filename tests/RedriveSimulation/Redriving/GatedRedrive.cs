using System.Globalization;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.RedriveSimulation.World;

namespace Firetiger.RedriveSimulation.Redriving;

/// <summary>The function's run, with the function's own policy: gate, budget, decisions and renewal are its code.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="world">What it acts upon.</param>
internal sealed class GatedRedrive(Scenario scenario, Surroundings world) : IRedrive
{
    private const int MaxAttempts = 5;

    // 120,000 less what other readers may hold.
    private const int MostHidden = MessageQueue.MostInFlight - 5_000;

    // The function stops when it holds so many that it could not hide.
    private const int MostHeld = 1_000;

    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly RedriveLimits Limits = new(MaxAttempts, TimeSpan.FromDays(30), TimeSpan.FromMinutes(5));

    private static readonly double RenewFrom = RenewalPolicy
        .RenewFrom(TimeSpan.FromSeconds(MessageQueue.Retention))
        .TotalSeconds;

    private readonly List<int> _held = [];
    private int _unansweredRuns;
    private double _oldestPossible;

    /// <inheritdoc/>
    public RunFigures Run(double now)
    {
        world.Queue.Show(now);
        RenewWhenOld(now);
        var health = world.Metrics.Read(now);
        var full = RunBudget.ForRun(scenario.Share, scenario.Rate, health.LiveAttemptsPerSecond, scenario.Interval);
        var gate = Gate.Of(health, full, _unansweredRuns);
        var before = new RunFigures(now, gate.State, gate.Budget, 0, world.Queue.Count, world.CopiesUnderway);
        if (world.Queue.Count == 0)
        {
            return before;
        }

        var sent = Drain(gate, now);
        Remember(gate.State, sent);
        return before with { Sent = sent };
    }

    // The oldest message is looked for only when one may be as old: a sweep of the whole queue is a costly step.
    private void RenewWhenOld(double now)
    {
        if (now - _oldestPossible >= RenewFrom)
        {
            world.Queue.Renew(now, RenewFrom);
            _oldestPossible = now - RenewFrom + TimeSpan.FromHours(6).TotalSeconds;
        }
    }

    private void Remember(GateState state, int sent)
    {
        _unansweredRuns = state == GateState.Unknown && sent > 0 && world.CameBack == 0 ? _unansweredRuns + 1 : 0;
        world.CameBack = 0;
    }

    private int Drain(Gate gate, double now)
    {
        var sent = 0;
        var end = now + RunPace.Longest;
        var perPage = RunPace.PerPage(Math.Min(gate.Budget, world.Queue.Visible));
        while (now < end && sent < gate.Budget && _held.Count < MostHeld)
        {
            var page = Math.Min(RunPace.PageSize, gate.Budget - sent);
            for (var received = 0; received < page; received++)
            {
                if (world.Queue.Receive(now) is not { } id)
                {
                    end = now;
                    break;
                }

                sent += Move(id, gate, now) ? 1 : 0;
            }

            now += perPage;
        }

        ShowHeld();
        return sent;
    }

    private void ShowHeld()
    {
        _held.ForEach(world.Queue.Add);
        _held.Clear();
    }

    private bool Move(int id, Gate gate, double now)
    {
        switch (RedrivePolicy.Decide(Letter(id), At(now), Limits, gate.OthersSucceed))
        {
            case Decision.Send:
                world.SendCopy(id, now, isProbe: false);
                return true;
            case Decision.Probe:
                world.SendCopy(id, now, isProbe: true);
                return true;
            case Decision.Quarantine(var reason):
                world.Quarantine(id, reason);
                return false;
            case Decision.Wait wait when world.Queue.InFlight < MostHidden:
                world.Queue.Hide(id, (wait.Until - Epoch).TotalSeconds);
                return false;
            default:
                _held.Add(id);
                return false;
        }
    }

    private DeadLetter Letter(int id)
    {
        ref var item = ref world.Events[id];
        return new DeadLetter
        {
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{id}-{item.Messages}"),
            ReceiptHandle = string.Empty,
            Body = string.Empty,
            SentAt = At(item.Sent),
            Attributes = Failed,
            Shape = item.IsCopy ? BodyShape.Enveloped : BodyShape.Original,
            Event = ReadOnlyMemory<byte>.Empty,
            Counts = new RedriveCounts(item.Attempts, item.Probes, At(item.FirstDeadLettered)),
        };
    }

    // AWS does not document which code a status of an API destination yields; an unknown one is the common case.
    private static readonly DeadLetterAttributes Failed = new() { ErrorCode = "SDK_CLIENT_ERROR" };

    private static DateTimeOffset At(double seconds) => Epoch + TimeSpan.FromSeconds(seconds);
}
