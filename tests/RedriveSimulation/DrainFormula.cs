using Firetiger.RedriveSimulation.World;

namespace Firetiger.RedriveSimulation;

/// <summary>
/// How long a drain may take. The first run after the outage sends a probe, the first that can see it in CloudWatch sends two
/// copies, each run after it twice as many as the one before, up to min(share × rate, 0.9 × rate − live, ((1 + share) × rate − most
/// live) / 2) × interval, with the live events that there really were. Written anew and not the function's code, which it judges.
/// </summary>
/// <param name="scenario">The scenario.</param>
/// <param name="live">What the live rule attempted.</param>
/// <param name="liveEnd">When live events ended, seconds.</param>
internal sealed class DrainFormula(Scenario scenario, RuleCounter live, double liveEnd)
{
    private const double Minute = 60;
    private const int WindowMinutes = 10;

    // Without any metric the gate waits for three runs, and stakes a tenth.
    private const int RunsUnanswered = 3;
    private const double StakeUnanswered = 0.1;

    private double Interval => scenario.Interval.TotalSeconds;

    /// <summary>Counts the runs that it takes.</summary>
    /// <param name="events">The events.</param>
    /// <returns>Seconds from the end of the outage, until the run that finds everything delivered.</returns>
    public double Allowed(EventTable events)
    {
        var (left, refused) = Work(events);
        var run = FirstSeeing();
        var ramp = 2.0;
        while (left > 0)
        {
            left -= Math.Min(ramp, Full(run));
            ramp *= 2;
            run += Interval;
            while (refused.TryPeek(out var born) && born < run)
            {
                refused.Dequeue();
                left += Product.Settings.RedriveMaxAttempts;
            }
        }

        return run - scenario.OutageEnd;
    }

    // Copies: one of each event that waits, and all attempts of each that is refused for ever, then and later.
    private (double Copies, Queue<double> Refused) Work(EventTable events)
    {
        var copies = 0.0;
        var refused = new Queue<double>();
        foreach (ref readonly var item in events.All)
        {
            if (item.Born >= scenario.OutageEnd && item.IsPoison)
            {
                refused.Enqueue(item.Born);
            }
            else if (item.Born < scenario.OutageEnd && Waits(item))
            {
                copies += item.IsPoison ? Product.Settings.RedriveMaxAttempts : 1;
            }
        }

        return (copies, refused);
    }

    private bool Waits(TrackedEvent item) =>
        item.FirstDeadLettered > 0 && (item.Fate != Fate.Delivered || item.Delivered >= scenario.OutageEnd);

    private double FirstSeeing()
    {
        var probe = NextRun(Math.Max(scenario.OutageEnd, scenario.FirstRun));
        return scenario.MetricsDelay is { } delay
            ? NextRun(probe + Math.Max(CloudWatch.Lag.TotalSeconds, delay.TotalSeconds) + Minute)
            : probe + (RunsUnanswered * Interval);
    }

    private double NextRun(double at) =>
        scenario.FirstRun + (Math.Ceiling((at - scenario.FirstRun) / Interval) * Interval);

    private double Full(double run)
    {
        var minute = (int)(run / Minute);
        var perSecond =
            run > liveEnd
                ? scenario.LivePerSecond(run)
                : live.Sum(minute - WindowMinutes, minute).Attempts / (WindowMinutes * Minute);
        var mostLive = perSecond + (5 * Math.Sqrt(1.5 * perSecond / Interval));
        double[] bounds =
        [
            scenario.Share * scenario.Rate,
            (0.9 * scenario.Rate) - perSecond,
            (((1 + scenario.Share) * scenario.Rate) - mostLive) / 2,
        ];
        var copies = bounds.Min() * Interval;
        return Math.Max(1, scenario.MetricsDelay is null ? copies * StakeUnanswered : copies);
    }
}
