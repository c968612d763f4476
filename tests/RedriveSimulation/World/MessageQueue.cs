namespace Firetiger.RedriveSimulation.World;

/// <summary>The dead-letter queue: an SQS standard queue that hands out its visible messages in the order they became visible.</summary>
/// <param name="events">The events, of which a message is one.</param>
internal sealed class MessageQueue(EventTable events)
{
    /// <summary>SQS's quota of messages that are received and not yet deleted or visible again.</summary>
    public const int MostInFlight = 120_000;

    /// <summary>The queue's retention in the template, seconds.</summary>
    public const double Retention = 14 * 86_400;

    private readonly Queue<int> _visible = new();
    private readonly PriorityQueue<int, double> _hidden = new();

    /// <summary>Gets how many messages it has.</summary>
    public int Count => _visible.Count + _hidden.Count;

    /// <summary>Gets how many can be received.</summary>
    public int Visible => _visible.Count;

    /// <summary>Gets how many are hidden.</summary>
    public int InFlight => _hidden.Count;

    /// <summary>Gets the most that were ever hidden.</summary>
    public int MostHidden { get; private set; }

    /// <summary>Gets the most that it ever had.</summary>
    public int Deepest { get; private set; }

    /// <summary>Adds a message that is already described in the table.</summary>
    /// <param name="id">Its event.</param>
    public void Add(int id)
    {
        _visible.Enqueue(id);
        Deepest = Math.Max(Deepest, Count);
    }

    /// <summary>Hides a received message.</summary>
    /// <param name="id">Its event.</param>
    /// <param name="until">When it shows again.</param>
    public void Hide(int id, double until)
    {
        _hidden.Enqueue(id, until);
        MostHidden = Math.Max(MostHidden, _hidden.Count);
    }

    /// <summary>Shows the messages whose time has come.</summary>
    /// <param name="now">The time.</param>
    public void Show(double now)
    {
        while (_hidden.TryPeek(out var id, out var until) && until <= now)
        {
            _hidden.Dequeue();
            _visible.Enqueue(id);
        }
    }

    /// <summary>Receives a message. SQS has deleted those whose retention ended.</summary>
    /// <param name="now">The time.</param>
    /// <returns>Its event, or null when none is visible.</returns>
    public int? Receive(double now)
    {
        while (_visible.TryDequeue(out var id))
        {
            if (now - events[id].Sent < Retention)
            {
                return id;
            }

            events[id].Fate = Fate.Expired;
        }

        return null;
    }

    /// <summary>Sends each visible message that is about to expire to the queue again, as the redriver's renewal does.</summary>
    /// <param name="now">The time.</param>
    /// <param name="from">The age, in seconds, from which a message is renewed.</param>
    public void Renew(double now, double from)
    {
        for (var left = _visible.Count; left > 0; left--)
        {
            var id = _visible.Dequeue();
            ref var message = ref events[id];
            if (now - message.Sent >= Retention)
            {
                message.Fate = Fate.Expired;
                continue;
            }

            if (now - message.Sent >= from)
            {
                message.Sent = now;
                message.Messages++;
            }

            _visible.Enqueue(id);
        }
    }
}
