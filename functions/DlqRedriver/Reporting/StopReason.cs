namespace Firetiger.DlqRedriver.Reporting;

/// <summary>Why a run ended.</summary>
internal enum StopReason
{
    /// <summary>What was asked for is done.</summary>
    Done,

    /// <summary>Nothing visible is left in the queue.</summary>
    QueueEmpty,

    /// <summary>The copies that this run may send are sent; the next run goes on.</summary>
    BudgetSpent,

    /// <summary>As many messages as asked for were looked at.</summary>
    MaxMessages,

    /// <summary>The function's time is nearly over.</summary>
    TimeIsUp,

    /// <summary>The way to the destination is not whole: see the route problem.</summary>
    RouteProblem,

    /// <summary>A call to AWS failed: see the fault.</summary>
    AwsFault,

    /// <summary>Too many messages could not be moved, one by one.</summary>
    TooManyFailures,

    /// <summary>The run keeps too many messages hidden that it leaves alone: passed over, or looked at by a dry run.</summary>
    TooManySkipped,

    /// <summary>
    /// So many messages of the queue are hidden that SQS would soon answer as if it were empty: none are hidden any more.
    /// </summary>
    InFlightLimit,

    /// <summary>The function itself failed in a way that nobody foresaw: the fault is the exception's type.</summary>
    Fault,
}
