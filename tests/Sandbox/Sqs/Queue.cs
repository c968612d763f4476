namespace Firetiger.Sandbox.Sqs;

/// <summary>A standard queue. Safe for concurrent use. Times are real: visibility and retention are not compressed.</summary>
/// <param name="id">Tells the queue from an earlier one of the same name.</param>
/// <param name="name">Its name.</param>
/// <param name="settings">Its attributes.</param>
/// <param name="time">The clock.</param>
internal sealed class Queue(string id, string name, QueueSettings settings, TimeProvider time)
{
    /// <summary>How many messages may be in flight: about so many on AWS.</summary>
    public const int InFlightLimit = 120_000;

    private static readonly TimeSpan LongestVisibility = TimeSpan.FromHours(12);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Message> _messages = new(StringComparer.Ordinal);
    private readonly Queue<Message> _bySending = new();
    private readonly Queue<Message> _visible = new();
    private readonly PriorityQueue<Message, DateTimeOffset> _hidden = new();
    private TaskCompletionSource _change = NewChange();
    private int _inFlight;

    public string Name => name;

    public string Arn { get; } = Hosting.Account.Arn("sqs", name);

    public DateTimeOffset CreatedAt { get; } = time.GetUtcNow();

    public DateTimeOffset? PurgedAt { get; private set; }

    public QueueSettings Settings { get; set; } = settings;

    public IReadOnlyDictionary<string, string> Tags { get; set; } = new Dictionary<string, string>();

    public QueueCounts Counts
    {
        get
        {
            lock (_lock)
            {
                Settle();
                var delayed = _messages.Values.Count(message => message.State is MessageState.Delayed);
                return new QueueCounts(_messages.Count - _inFlight - delayed, _inFlight, delayed);
            }
        }
    }

    /// <summary>Looks at messages as no client of SQS can: without receiving them.</summary>
    /// <param name="maximum">How many at most, those sent first.</param>
    /// <returns>What they are now.</returns>
    public IReadOnlyList<SeenMessage> Look(int maximum)
    {
        lock (_lock)
        {
            Settle();
            return
            [
                .. _messages
                    .Values.OrderBy(message => message.SentAt)
                    .Take(maximum)
                    .Select(message => new SeenMessage(
                        message,
                        message.State is MessageState.Visible ? null : message.HiddenUntil
                    )),
            ];
        }
    }

    public void Send(Message message, TimeSpan delay)
    {
        lock (_lock)
        {
            _messages.Add(message.Id, message);
            _bySending.Enqueue(message);
            if (delay > TimeSpan.Zero)
            {
                Hide(message, MessageState.Delayed, time.GetUtcNow() + delay);
            }
            else
            {
                Show(message);
            }
        }
    }

    /// <summary>Receives messages, waiting for the first one.</summary>
    /// <param name="maximum">How many at most.</param>
    /// <param name="visibility">How long they are hidden.</param>
    /// <param name="wait">How long to wait; zero is short polling.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The messages; none after the wait.</returns>
    /// <exception cref="Hosting.AwsException">OverLimit, under short polling only; a long poll comes back empty.</exception>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        int maximum,
        TimeSpan visibility,
        TimeSpan wait,
        CancellationToken cancellationToken
    )
    {
        var deadline = time.GetUtcNow() + wait;
        while (true)
        {
            Task change;
            DateTimeOffset wake;
            lock (_lock)
            {
                Settle();
                if (_inFlight >= InFlightLimit && wait == TimeSpan.Zero)
                {
                    throw SqsErrors.OverLimit();
                }

                var received = Take(Math.Min(maximum, InFlightLimit - _inFlight), visibility);
                if (received.Count > 0 || time.GetUtcNow() >= deadline)
                {
                    return received;
                }

                change = _change.Task;
                wake = _hidden.TryPeek(out _, out var next) && next < deadline ? next : deadline;
            }

            await WaitAsync(change, wake, cancellationToken);
        }
    }

    /// <summary>Deletes a message, if the handle is of its latest receipt: as on AWS, an older handle succeeds and deletes nothing.</summary>
    /// <param name="handle">The receipt handle.</param>
    /// <exception cref="Hosting.AwsException">ReceiptHandleIsInvalid.</exception>
    public void Delete(string handle)
    {
        var receipt = ReceiptHandle.Parse(id, handle);
        lock (_lock)
        {
            Settle();
            if (_messages.TryGetValue(receipt.MessageId, out var message) && message.ReceiveCount == receipt.Receipt)
            {
                Remove(message);
            }
        }
    }

    /// <summary>Hides a received message for another while, from now on.</summary>
    /// <param name="handle">The receipt handle.</param>
    /// <param name="visibility">How long; 12 hours from the receipt is the end of it.</param>
    /// <exception cref="Hosting.AwsException">ReceiptHandleIsInvalid, MessageNotInflight or InvalidParameterValue.</exception>
    public void ChangeVisibility(string handle, TimeSpan visibility)
    {
        var receipt = ReceiptHandle.Parse(id, handle);
        lock (_lock)
        {
            Settle();
            if (!_messages.TryGetValue(receipt.MessageId, out var message))
            {
                throw SqsErrors.InvalidValue(
                    handle,
                    "ReceiptHandle",
                    "Message does not exist or is not available for visibility timeout change."
                );
            }

            if (message.State is not MessageState.InFlight || message.ReceiveCount != receipt.Receipt)
            {
                throw SqsErrors.MessageNotInflight();
            }

            var until = time.GetUtcNow() + visibility;
            if (until > message.ReceivedAt + LongestVisibility)
            {
                throw SqsErrors.InvalidValue(
                    $"{visibility.TotalSeconds:0}",
                    "VisibilityTimeout",
                    "Total VisibilityTimeout for the message is beyond the limit [43200 seconds]"
                );
            }

            Hide(message, MessageState.InFlight, until);
            Settle();
        }
    }

    public void Purge()
    {
        lock (_lock)
        {
            PurgedAt = time.GetUtcNow();
            foreach (var message in _messages.Values.ToArray())
            {
                Remove(message);
            }
        }
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task WaitAsync(Task change, DateTimeOffset wake, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = wake - time.GetUtcNow();
        await Task.WhenAny(change, Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, ending.Token));
        await ending.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private List<ReceivedMessage> Take(int maximum, TimeSpan visibility)
    {
        var now = time.GetUtcNow();
        var received = new List<ReceivedMessage>();
        while (received.Count < maximum && _visible.TryDequeue(out var message))
        {
            if (message.State is not MessageState.Visible)
            {
                continue;
            }

            message.FirstReceivedAt = message.ReceiveCount == 0 ? now : message.FirstReceivedAt;
            message.ReceivedAt = now;
            message.ReceiveCount++;
            Hide(message, MessageState.InFlight, now + visibility);
            var handle = new ReceiptHandle(message.Id, message.ReceiveCount).Write(id);
            received.Add(new ReceivedMessage(message, handle, message.ReceiveCount, message.FirstReceivedAt));
        }

        return received;
    }

    // Brings the queue up to the clock: what was hidden long enough shows, what is past its retention goes.
    private void Settle()
    {
        var now = time.GetUtcNow();
        while (_hidden.TryPeek(out var message, out var until) && until <= now)
        {
            _hidden.Dequeue();
            if (message.State is MessageState.Delayed or MessageState.InFlight && message.HiddenUntil == until)
            {
                Show(message);
            }
        }

        while (_bySending.TryPeek(out var oldest) && IsOver(oldest, now))
        {
            Remove(_bySending.Dequeue());
        }
    }

    private bool IsOver(Message message, DateTimeOffset now) =>
        message.State is MessageState.Gone || message.SentAt + Settings.Retention <= now;

    private void Show(Message message)
    {
        Move(message, MessageState.Visible);
        _visible.Enqueue(message);
        _change.TrySetResult();
        _change = NewChange();
    }

    private void Hide(Message message, MessageState state, DateTimeOffset until)
    {
        Move(message, state);
        message.HiddenUntil = until;
        _hidden.Enqueue(message, until);
    }

    private void Remove(Message message)
    {
        Move(message, MessageState.Gone);
        _messages.Remove(message.Id);
    }

    private void Move(Message message, MessageState state)
    {
        _inFlight += (state is MessageState.InFlight ? 1 : 0) - (message.State is MessageState.InFlight ? 1 : 0);
        message.State = state;
    }
}
