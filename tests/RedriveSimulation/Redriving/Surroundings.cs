using Firetiger.DlqRedriver.Policy;
using Firetiger.RedriveSimulation.World;

namespace Firetiger.RedriveSimulation.Redriving;

/// <summary>What a run acts upon.</summary>
/// <param name="events">The events.</param>
/// <param name="queue">The dead-letter queue.</param>
/// <param name="metrics">CloudWatch.</param>
/// <param name="agenda">Where copies are put.</param>
internal sealed class Surroundings(EventTable events, MessageQueue queue, CloudWatch metrics, Agenda agenda)
{
    /// <summary>Gets the events.</summary>
    public EventTable Events => events;

    /// <summary>Gets the dead-letter queue.</summary>
    public MessageQueue Queue => queue;

    /// <summary>Gets CloudWatch.</summary>
    public CloudWatch Metrics => metrics;

    /// <summary>Gets the copies whose fate is not known.</summary>
    public int CopiesUnderway { get; private set; }

    /// <summary>Gets the most copies that were underway at once.</summary>
    public int MostCopiesUnderway { get; private set; }

    /// <summary>Gets the quarantined events by reason.</summary>
    public Dictionary<QuarantineReason, int> Quarantined { get; } = [];

    /// <summary>Puts a copy on the redrive bus and deletes the message.</summary>
    /// <param name="id">The event.</param>
    /// <param name="now">When.</param>
    /// <param name="isProbe">Whether it does not count as an attempt.</param>
    public void SendCopy(int id, double now, bool isProbe)
    {
        ref var item = ref events[id];
        item.Attempts += isProbe ? 0 : 1;
        item.Probes += isProbe ? 1 : 0;
        item.Offered = now;
        item.Retries = 0;
        item.Fate = Fate.Underway;
        CopiesUnderway++;
        MostCopiesUnderway = Math.Max(MostCopiesUnderway, CopiesUnderway);
        agenda.Add(now, id, Step.Invoke);
    }

    /// <summary>Gives an event up.</summary>
    /// <param name="id">The event.</param>
    /// <param name="reason">Why.</param>
    public void Quarantine(int id, QuarantineReason reason)
    {
        events[id].Fate = Fate.Quarantined;
        Quarantined[reason] = Quarantined.GetValueOrDefault(reason) + 1;
    }

    /// <summary>Takes note that an event came to the dead-letter queue.</summary>
    /// <param name="id">The event.</param>
    /// <param name="now">When.</param>
    public void DeadLetter(int id, double now)
    {
        ref var item = ref events[id];
        if (item.IsCopy)
        {
            CopiesUnderway--;
        }
        else
        {
            item.FirstDeadLettered = now;
        }

        item.Fate = Fate.DeadLettered;
        queue.Send(id, now);
    }

    /// <summary>Takes note that an event arrived.</summary>
    /// <param name="id">The event.</param>
    /// <param name="now">When.</param>
    public void Deliver(int id, double now)
    {
        ref var item = ref events[id];
        item.Delivered = now;
        item.Fate = Fate.Delivered;
        CopiesUnderway -= item.IsCopy ? 1 : 0;
    }
}
