using System.Globalization;
using Firetiger.DlqRedriver.Actions;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;
using MessageQueue = Firetiger.RedriveSimulation.World.MessageQueue;

namespace Firetiger.RedriveSimulation.Redriving;

/// <summary>The function's run, with the function's own policy: gate, budget, decisions and memory are its code.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="world">What it acts upon.</param>
internal sealed class GatedRedrive(Scenario scenario, Surroundings world) : IRedrive
{
    // See Redriver.CopyMaximumAge.
    private const double CopyMaximumAge = 900;

    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly RedriveLimits Limits = new(
        Product.Settings.RedriveMaxAttempts,
        Product.Settings.RedriveMaxAge,
        Product.Settings.BackoffBase
    );

    private readonly RenewalSweep _renewal = new(world, scenario.Interval);
    private readonly UnansweredProbes _unanswered = new();
    private readonly List<int> _held = [];
    private int _roomToHide;
    private int _cameBack;

    /// <inheritdoc/>
    public RunFigures Run(double now)
    {
        world.Queue.ShowDue(now);
        var health = world.Metrics.Read(now);
        var full = RunBudget.ForRun(scenario.Share, scenario.Rate, health.LiveAttemptsPerSecond, scenario.Interval);
        var gate = Gate.Of(health, full, _unanswered.Runs);
        var before = new RunFigures(now, gate.State, gate.Budget, 0, world.Queue.Count, world.CopiesUnderway);
        _roomToHide = new QueueState(world.Queue.Visible, world.Queue.InFlight, Retention).RoomToHide;
        var afterRenewal = _renewal.Run(now);
        if (world.Queue.Visible == 0)
        {
            return before;
        }

        _cameBack = 0;
        var sent = Drain(gate, afterRenewal, now + RunPace.Longest);
        _unanswered.After(gate, sent, _cameBack);
        return before with { Sent = sent };
    }

    private static TimeSpan Retention => TimeSpan.FromSeconds(MessageQueue.Retention);

    private int Drain(Gate gate, double now, double end)
    {
        var sent = 0;
        var perPage = RunPace.PerPage(Math.Min(gate.Budget, world.Queue.Visible));
        while (now < end && sent < gate.Budget && _held.Count < RunLimits.MostHeld)
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

        _held.ForEach(world.Queue.Show);
        _held.Clear();
        return sent;
    }

    private bool Move(int id, Gate gate, double now)
    {
        _cameBack += world.Events[id].IsCopy && world.Events[id].Sent >= now - CopyMaximumAge ? 1 : 0;
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
            case Decision.Wait wait when _roomToHide > 0:
                _roomToHide--;
                Rest(id, (wait.Until - Epoch).TotalSeconds, now);
                return false;
            default:
                _held.Add(id);
                return false;
        }
    }

    // SQS deletes a message though it is hidden.
    private void Rest(int id, double until, double now)
    {
        var renewAt = world.Events[id].Sent + RenewalSweep.From;
        if (renewAt <= now)
        {
            world.Queue.Send(id, now);
        }
        else
        {
            world.Queue.Hide(id, Math.Min(until, renewAt));
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
