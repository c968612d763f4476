using System.Text.Json.Serialization;

namespace Firetiger.DlqRedriver.Reporting;

/// <summary>What a run did. It is the function's answer and part of its log line.</summary>
internal sealed record RunReport
{
    /// <summary>Gets what was asked for.</summary>
    public required string Action { get; init; }

    /// <summary>Gets a value indicating whether nothing was moved: the counts then say what would have been.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Gets what is known of the destination, or null when the run ended before it was asked.</summary>
    public GateReport? Gate { get; init; }

    /// <summary>Gets the copies that the run was allowed to send, 1 or more, or null when it ended before that was decided.</summary>
    public int? Budget { get; init; }

    /// <summary>Gets the messages received.</summary>
    public required int Received { get; init; }

    /// <summary>Gets the copies that EventBridge accepted, probes included.</summary>
    public required int Redriven { get; init; }

    /// <summary>Gets those of the copies that were probes: sent to learn whether the destination works.</summary>
    public required int Probed { get; init; }

    /// <summary>Gets the messages moved to the quarantine queue.</summary>
    public required int Quarantined { get; init; }

    /// <summary>Gets the messages that are not due yet and were hidden until they are.</summary>
    public required int Waiting { get; init; }

    /// <summary>Gets the messages sent again to their own queue, dead-letter or quarantine, before SQS would delete them.</summary>
    public required int Renewed { get; init; }

    /// <summary>Gets the quarantined messages sent back to the dead-letter queue by <c>release</c>.</summary>
    public required int Released { get; init; }

    /// <summary>Gets the messages passed over because of <c>errorCodes</c>, or left in quarantine by <c>release</c>.</summary>
    public required int Skipped { get; init; }

    /// <summary>Gets how many of the skipped a release would only bring back to quarantine: <c>force</c> releases them.</summary>
    public required int InVain { get; init; }

    /// <summary>Gets the messages that could not be moved, or not be hidden; they stay in the queue.</summary>
    public required int Failed { get; init; }

    /// <summary>
    /// Gets the messages deleted because they are safe elsewhere. Fewer than redriven, quarantined, renewed and released together
    /// means that the rest will come once more.
    /// </summary>
    public required int Deleted { get; init; }

    /// <summary>Gets the age, since it was first dead-lettered, of the oldest message received; 0 when there was none.</summary>
    public required long OldestMessageAgeSeconds { get; init; }

    /// <summary>Gets the quarantined messages by reason, or null when there are none.</summary>
    public IReadOnlyDictionary<string, int>? QuarantineReasons { get; init; }

    /// <summary>Gets how full the queues are (<c>status</c>), or null.</summary>
    public QueuesReport? Queues { get; init; }

    /// <summary>Gets the messages shown (<c>peek</c>), or null. They are not logged.</summary>
    public IReadOnlyList<MessageReport>? Messages { get; init; }

    /// <summary>Gets what became of the test (<c>testDelivery</c>), or null.</summary>
    public TestReport? Test { get; init; }

    /// <summary>Gets the ids of the messages of an event source mapping's batch that stay in the queue.</summary>
    [JsonIgnore]
    public IReadOnlyCollection<string> Kept { get; init; } = [];

    /// <summary>Gets what is wrong with the way to the destination and how to mend it, or null.</summary>
    public string? RouteProblem { get; init; }

    /// <summary>Gets what is known of the way to the destination, or null when the run found its queues empty and did not look.</summary>
    [JsonIgnore]
    public RouteState? RouteState { get; init; }

    /// <summary>
    /// Gets the last call to AWS that failed, as operation, code and HTTP status, or the type of an unforeseen exception;
    /// null when there was neither.
    /// </summary>
    public string? Fault { get; init; }

    /// <summary>Gets why the run ended.</summary>
    public required StopReason StoppedBecause { get; init; }

    /// <summary>Gets how long the run took, in milliseconds.</summary>
    public required long Milliseconds { get; init; }
}
