using Firetiger.DlqRedriver.Actions;
using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;
using MessageQueue = Firetiger.RedriveSimulation.World.MessageQueue;

namespace Firetiger.RedriveSimulation.Redriving;

/// <summary>The function's renewal of what SQS would soon delete: what it looks at, and for how long, is <c>Renewal</c>'s.</summary>
/// <param name="world">What it acts upon.</param>
/// <param name="interval">The time between two runs.</param>
internal sealed class RenewalSweep(Surroundings world, TimeSpan interval)
{
    private static readonly TimeSpan Retention = TimeSpan.FromSeconds(MessageQueue.Retention);

    /// <summary>The age from which a message is renewed, seconds.</summary>
    public static readonly double From = RenewalPolicy.RenewFrom(Retention).TotalSeconds;

    private readonly List<int> _held = [];

    /// <summary>Sweeps.</summary>
    /// <param name="start">When the run starts.</param>
    /// <returns>When the sweep is over.</returns>
    public double Run(double start)
    {
        if (world.Queue.Visible == 0)
        {
            return start;
        }

        var look = RenewalPolicy.YoungInARow(world.Queue.Visible, Retention, interval);
        var end = Sweep(start, world.Queue.OldestAge(start) >= From ? Math.Max(Renewal.LongLook, look) : look);
        var pages = (_held.Count + RunPace.PageSize - 1) / RunPace.PageSize;
        _held.ForEach(world.Queue.Show);
        _held.Clear();
        return end + ((pages + ReceivedMessages.PagesAtOnce - 1) / ReceivedMessages.PagesAtOnce * RunPace.PerCall);
    }

    private double Sweep(double start, int mostYoung)
    {
        var now = start;
        for (var young = 0; young < mostYoung && now < start + RunPace.Half; )
        {
            var (received, renewed) = LookAtPage(now);
            if (received == 0)
            {
                break;
            }

            // Those of a page are sent side by side, then deleted.
            now += RunPace.PerCall * (renewed == 0 ? 1 : 3);
            young = renewed == 0 ? young + received : 0;
        }

        return now;
    }

    private (int Received, int Renewed) LookAtPage(double now)
    {
        var (received, renewed) = (0, 0);
        while (received < RunPace.PageSize && world.Queue.Receive(now) is { } id)
        {
            received++;
            if (now - world.Events[id].Sent >= From)
            {
                world.Queue.Send(id, now);
                renewed++;
            }
            else
            {
                _held.Add(id);
            }
        }

        return (received, renewed);
    }
}
