using System.Text.Json.Nodes;

namespace Firetiger.FaultMatrix;

/// <summary>
/// Counts the messages that may arrive twice, from what goes over the wire: those sent on and not yet deleted when a run was killed
/// or an answer was lost, those whose deletion failed, and those deleted only after others could receive them.
/// </summary>
/// <param name="ownership">How long a received message is hidden from others.</param>
internal sealed class Exposure(TimeSpan ownership)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _received = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _undeleted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _late = new(StringComparer.Ordinal);
    private int _sentAndNotDeleted;
    private int _lost;

    /// <summary>Gets how many a fault exposed.</summary>
    public int AtFaults
    {
        get
        {
            lock (_lock)
            {
                return _lost + _undeleted.Count;
            }
        }
    }

    /// <summary>Gets how many may be doubled, those included whose run was slower than a message is hidden.</summary>
    public int Doubles
    {
        get
        {
            lock (_lock)
            {
                return AtFaults + _late.Count;
            }
        }
    }

    /// <summary>Begins anew: nothing is on its way.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _received.Clear();
            _deleted.Clear();
            _undeleted.Clear();
            _late.Clear();
            (_sentAndNotDeleted, _lost) = (0, 0);
        }
    }

    /// <summary>Takes note that the run does not learn what a service did.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="input">Its input.</param>
    public void AnswerLost(string operation, JsonObject input)
    {
        lock (_lock)
        {
            _lost += Sent(operation, input);
        }
    }

    /// <summary>Takes note that all runs are dead.</summary>
    public void Killed()
    {
        lock (_lock)
        {
            _lost = Math.Max(_lost, _sentAndNotDeleted);
        }
    }

    /// <summary>Takes note that a run asked to delete messages and was refused, wholly or in part.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="input">Its input.</param>
    public void Asked(string operation, JsonObject input)
    {
        if (operation is "DeleteMessageBatch")
        {
            lock (_lock)
            {
                foreach (var handle in Handles(input).Where(handle => !_deleted.Contains(handle)))
                {
                    (IsLate(handle) ? _late : _undeleted).Add(handle);
                }
            }
        }
    }

    /// <summary>Watches a service.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="input">Its input.</param>
    /// <param name="serve">The service.</param>
    /// <returns>Its answer.</returns>
    public async Task<JsonObject> WatchAsync(
        string operation,
        JsonObject input,
        Func<JsonObject, Task<JsonObject>> serve
    )
    {
        var sent = Sent(operation, input);
        Add(sent);
        JsonObject answer;
        try
        {
            answer = await serve(input);
        }
        catch
        {
            Add(-sent);
            throw;
        }

        Add(-((int?)answer["FailedEntryCount"] ?? 0));
        Note(operation, input, answer);
        return answer;
    }

    private static int Sent(string operation, JsonObject input) =>
        operation switch
        {
            "PutEvents" => input["Entries"]!.AsArray().Count,
            "SendMessage" => 1,
            _ => 0,
        };

    private static IEnumerable<string> Handles(JsonObject input) =>
        input["Entries"]!.AsArray().Select(entry => (string)entry!["ReceiptHandle"]!);

    private void Add(int messages)
    {
        lock (_lock)
        {
            _sentAndNotDeleted += messages;
        }
    }

    private void Note(string operation, JsonObject input, JsonObject answer)
    {
        lock (_lock)
        {
            if (operation is "ReceiveMessage")
            {
                foreach (var message in answer["Messages"]?.AsArray() ?? [])
                {
                    _received[(string)message!["ReceiptHandle"]!] = TimeProvider.System.GetTimestamp();
                }
            }
            else if (operation is "DeleteMessageBatch")
            {
                var failed = (answer["Failed"]?.AsArray() ?? []).Select(entry => (string)entry!["Id"]!).ToHashSet();
                Deleted(
                    input["Entries"]!
                        .AsArray()
                        .Where(entry => !failed.Contains((string)entry!["Id"]!))
                        .Select(entry => (string)entry!["ReceiptHandle"]!)
                );
                _late.UnionWith(Handles(input).Where(IsLate));
            }
        }
    }

    private void Deleted(IEnumerable<string> handles)
    {
        foreach (var handle in handles)
        {
            _sentAndNotDeleted -= _deleted.Add(handle) ? 1 : 0;
            _undeleted.Remove(handle);
        }
    }

    private bool IsLate(string handle) =>
        _received.TryGetValue(handle, out var at) && TimeProvider.System.GetElapsedTime(at) >= ownership;
}
