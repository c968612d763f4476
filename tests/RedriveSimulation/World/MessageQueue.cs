namespace Firetiger.RedriveSimulation.World;

/// <summary>The dead-letter queue: an SQS standard queue, whose order is nobody's: any visible message may be the next received.</summary>
/// <param name="events">The events, of which a message is one.</param>
/// <param name="seed">The seed of the order.</param>
internal sealed class MessageQueue(EventTable events, int seed)
{
    /// <summary>SQS's longest retention, which the template has, seconds.</summary>
    public const double Retention = 14 * 86_400;

    // ApproximateAgeOfOldestMessage leaves out what was received so often.
    private const int ReceivesUncounted = 3;

    private readonly Random _order = new(seed);
    private readonly List<int> _visible = [];
    private readonly PriorityQueue<int, double> _hidden = new();
    private readonly Queue<(int Id, int Message)> _bySent = new();

    /// <summary>Gets how many messages it has.</summary>
    public int Count => _visible.Count + _hidden.Count;

    /// <summary>Gets how many can be received.</summary>
    public int Visible => _visible.Count;

    /// <summary>Gets how many are hidden.</summary>
    public int InFlight => _hidden.Count;

    /// <summary>Gets the most that were ever hidden.</summary>
    public int MostHidden { get; private set; }

    /// <summary>Adds a message.</summary>
    /// <param name="id">Its event.</param>
    /// <param name="now">When.</param>
    public void Send(int id, double now)
    {
        ref var message = ref events[id];
        message.Sent = now;
        message.Messages++;
        message.Receives = 0;
        _bySent.Enqueue((id, message.Messages));
        _visible.Add(id);
    }

    /// <summary>Shows a received message again.</summary>
    /// <param name="id">Its event.</param>
    public void Show(int id) => _visible.Add(id);

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
    public void ShowDue(double now)
    {
        while (_hidden.TryPeek(out var id, out var until) && until <= now)
        {
            _hidden.Dequeue();
            _visible.Add(id);
        }
    }

    /// <summary>Receives a message. SQS has deleted those whose retention ended, hidden or not.</summary>
    /// <param name="now">The time.</param>
    /// <returns>Its event, or null when none is visible.</returns>
    public int? Receive(double now)
    {
        while (_visible.Count > 0)
        {
            var id = TakeAny();
            if (now - events[id].Sent < Retention)
            {
                events[id].Receives++;
                return id;
            }

            events[id].Fate = Fate.Expired;
        }

        return null;
    }

    /// <summary>The metric ApproximateAgeOfOldestMessage.</summary>
    /// <param name="now">The time.</param>
    /// <returns>Seconds; null when no message counts.</returns>
    public double? OldestAge(double now)
    {
        while (_bySent.TryPeek(out var first))
        {
            ref var message = ref events[first.Id];
            if (
                message is { Fate: Fate.DeadLettered, Receives: < ReceivesUncounted }
                && message.Messages == first.Message
            )
            {
                return now - message.Sent;
            }

            _bySent.Dequeue();
        }

        return null;
    }

    private int TakeAny()
    {
        var index = _order.Next(_visible.Count);
        var id = _visible[index];
        _visible[index] = _visible[^1];
        _visible.RemoveAt(_visible.Count - 1);
        return id;
    }
}
