namespace Firetiger.DlqRedriver.Reporting;

/// <summary>What a run did. It is the function's answer and part of its log line.</summary>
internal sealed record RunReport
{
    /// <summary>Gets a value indicating whether nothing was moved: the counts then say what would have been.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Gets the copies that the run was allowed to send, 1 or more.</summary>
    public required int Budget { get; init; }

    /// <summary>Gets the messages received.</summary>
    public required int Received { get; init; }

    /// <summary>Gets the copies that EventBridge accepted.</summary>
    public required int Redriven { get; init; }

    /// <summary>Gets the messages moved to the quarantine queue.</summary>
    public required int Quarantined { get; init; }

    /// <summary>Gets the messages that are not due yet and were hidden until they are.</summary>
    public required int Waiting { get; init; }

    /// <summary>Gets the messages passed over because of <c>errorCodes</c>.</summary>
    public required int Skipped { get; init; }

    /// <summary>Gets the messages that could not be moved, or not be hidden; they stay in the queue.</summary>
    public required int Failed { get; init; }

    /// <summary>
    /// Gets the messages deleted from the dead-letter queue. Fewer than redriven and quarantined together means that the
    /// rest will be delivered once more.
    /// </summary>
    public required int Deleted { get; init; }

    /// <summary>Gets the quarantined messages by reason, or null when there are none.</summary>
    public IReadOnlyDictionary<string, int>? QuarantineReasons { get; init; }

    /// <summary>Gets what is wrong with the way to the destination and how to mend it, or null.</summary>
    public string? RouteProblem { get; init; }

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
