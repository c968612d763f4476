namespace Firetiger.FaultMatrix;

/// <summary>What goes wrong with a call of the redriver.</summary>
internal enum FaultKind
{
    /// <summary>The service answers 500 and has done nothing.</summary>
    ServerError,

    /// <summary>The service throttles the whole call.</summary>
    Throttle,

    /// <summary>The connection ends before the service acts.</summary>
    CutBefore,

    /// <summary>The service acts, and its answer is lost.</summary>
    CutAfter,

    /// <summary>The function is killed before the service acts.</summary>
    KillBefore,

    /// <summary>The function is killed after the service acted.</summary>
    KillAfter,

    /// <summary>Every other entry of a batch fails and is not acted upon.</summary>
    FailEntries,

    /// <summary>The service acts when a received message is already visible to others again.</summary>
    Slow,
}
