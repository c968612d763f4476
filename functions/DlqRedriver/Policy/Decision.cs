namespace Firetiger.DlqRedriver.Policy;

/// <summary>What to do with one dead-lettered event.</summary>
internal abstract record Decision
{
    private Decision() { }

    /// <summary>Send a copy now, and count it as an attempt: others succeed, so if it fails, the event is to blame.</summary>
    internal sealed record Send : Decision;

    /// <summary>Send a copy now, to learn whether the destination works: a failure says nothing of the event.</summary>
    internal sealed record Probe : Decision;

    /// <summary>Leave it in the queue, hidden.</summary>
    /// <param name="Until">When to look again.</param>
    internal sealed record Wait(DateTimeOffset Until) : Decision;

    /// <summary>Move it to the quarantine queue.</summary>
    /// <param name="Reason">Why.</param>
    internal sealed record Quarantine(QuarantineReason Reason) : Decision;
}
