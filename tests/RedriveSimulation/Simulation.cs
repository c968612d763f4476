using Firetiger.RedriveSimulation.Redriving;
using Firetiger.RedriveSimulation.World;

namespace Firetiger.RedriveSimulation;

/// <summary>One scenario from the first event to the last, on a virtual clock.</summary>
internal sealed class Simulation
{
    private readonly Scenario _scenario;
    private readonly Noise _noise;
    private readonly EventTable _events = new();
    private readonly Agenda _agenda = new();
    private readonly Surroundings _world;
    private readonly EventBridge _eventBridge;
    private readonly IRedrive? _redrive;
    private readonly List<RunFigures> _runs = [];
    private readonly List<Moment> _moments = [];
    private double _nextLive;
    private double _nextRun;
    private double _liveUntil;
    private double? _drainedAt;
    private int _resolved;

    private Simulation(Scenario scenario)
    {
        _scenario = scenario;
        _noise = new Noise(scenario.Seed);
        var metrics = new CloudWatch(scenario.MetricsDelay);
        _world = new Surroundings(_events, new MessageQueue(_events, scenario.Seed), metrics, _agenda);
        _eventBridge = new EventBridge(scenario, _events, metrics, _agenda, _noise);
        _redrive = scenario.Strategy switch
        {
            Strategy.Gated => new GatedRedrive(scenario, _world),
            Strategy.EveryTick => new EveryTickRedrive(_world),
            _ => null,
        };
        _nextRun = _redrive is null ? double.PositiveInfinity : scenario.FirstRun;
        _liveUntil = scenario.LiveUntil ?? double.PositiveInfinity;
    }

    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>What became of its events.</returns>
    public static Outcome Run(Scenario scenario) => new Simulation(scenario).Run();

    private Outcome Run()
    {
        _nextLive = NextLive(0);
        while (NextTime() is var now && now <= _scenario.Horizon && !IsOver(now))
        {
            Advance(now);
        }

        return new Outcome(_scenario, _events, _runs, _moments, _world, _drainedAt, _liveUntil);
    }

    private double NextTime() => Math.Min(_agenda.Next, Math.Min(_nextLive, _nextRun));

    private bool IsOver(double now) =>
        now > _liveUntil && double.IsPositiveInfinity(_agenda.Next) && (_redrive is null || _world.Queue.Count == 0);

    private void Advance(double now)
    {
        if (_agenda.Next <= now)
        {
            var (id, step) = _agenda.Take();
            Take(id, step, now);
        }
        else if (_nextLive <= now)
        {
            var isPoison = _noise.Of(_events.Count, choice: -1) < _scenario.Poison;
            _agenda.Add(now, _events.Add(now, isPoison), Step.Invoke);
            _nextLive = NextLive(now);
        }
        else
        {
            Tick(now);
        }
    }

    private void Take(int id, Step step, double now)
    {
        switch (step)
        {
            case Step.Invoke:
                _eventBridge.Invoke(id, now);
                break;
            case Step.Deliver:
                _world.Deliver(id, now);
                break;
            default:
                _world.DeadLetter(id, now);
                break;
        }
    }

    private void Tick(double now)
    {
        _runs.Add(_redrive!.Run(now));
        _moments.Add(new Moment(now, _world.Queue.Count + _world.CopiesUnderway, _world.Quarantined.Values.Sum()));
        _nextRun = now + _scenario.Interval.TotalSeconds;
        if (_drainedAt is null && now >= _scenario.OutageEnd && IsDrained())
        {
            _drainedAt = now;
            _liveUntil = _scenario.LiveUntil ?? now + _scenario.Afterwards.TotalSeconds;
        }
    }

    // In the order of birth; an event that is resolved stays so.
    private bool IsDrained()
    {
        while (_resolved < _events.Count && IsResolved(_events[_resolved].Fate))
        {
            _resolved++;
        }

        return _resolved == _events.Count || _events[_resolved].Born >= _scenario.OutageEnd;
    }

    private static bool IsResolved(Fate fate) => fate is Fate.Delivered or Fate.Quarantined or Fate.Expired;

    private double NextLive(double now)
    {
        if (_scenario.LivePerSecond(now) is var perSecond && perSecond <= 0)
        {
            return double.PositiveInfinity;
        }

        var next = now + _noise.Gap(perSecond);
        return next > _liveUntil || _scenario.LivePerSecond(next) <= 0 ? double.PositiveInfinity : next;
    }
}
