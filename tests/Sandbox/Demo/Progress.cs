namespace Firetiger.Sandbox.Demo;

/// <summary>Where the events are at one moment.</summary>
/// <param name="Report">The counts; what is still on its way to a first answer counts as lost.</param>
/// <param name="Outstanding">Events neither delivered nor in quarantine.</param>
/// <param name="DeadLetters">Messages in the dead-letter queue.</param>
/// <param name="Gone">Events that no queue took: no waiting brings them back.</param>
internal sealed record Progress(DeliveryReport Report, int Outstanding, int DeadLetters, int Gone)
{
    /// <summary>Gets a value indicating whether every event has come to rest: delivered, in a queue, or gone.</summary>
    public bool IsSettled => Outstanding <= DeadLetters + Gone;

    /// <summary>Gets a value indicating whether nothing is left waiting.</summary>
    public bool IsOver => DeadLetters == 0 && Outstanding <= Gone;

    /// <summary>Renders it as one line of the story.</summary>
    /// <returns>One line.</returns>
    public override string ToString()
    {
        var line = $"{Report.Matched} matched, {Report.Delivered} delivered, {DeadLetters} in the dead-letter queue";
        line += Report.Quarantined > 0 ? $", {Report.Quarantined} in quarantine" : "";
        return line + (Gone > 0 ? $", {Gone} GONE: no queue took them" : "");
    }
}
