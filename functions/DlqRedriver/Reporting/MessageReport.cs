using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Reporting;

/// <summary>What a message is, without what it says.</summary>
internal sealed record MessageReport
{
    /// <summary>Gets the id of the message in its queue.</summary>
    public required string MessageId { get; init; }

    /// <summary>Gets the id of the event, or null when it has none.</summary>
    public string? EventId { get; init; }

    /// <summary>Gets why the last delivery failed, or null when the message does not say.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets the HTTP status of the last delivery, or null when the message does not tell one.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Gets the copies sent that count, 0 or more.</summary>
    public required int Attempt { get; init; }

    /// <summary>Gets the probes sent, 0 or more.</summary>
    public required int Probe { get; init; }

    /// <summary>Gets when the event was first dead-lettered.</summary>
    public required DateTimeOffset FirstDeadLetteredAt { get; init; }

    /// <summary>Gets the size of the body in characters.</summary>
    public required int Length { get; init; }

    /// <summary>Gets what a redrive would do now: Send, Probe, Wait or Quarantine; null in the quarantine queue.</summary>
    public string? Decision { get; init; }

    /// <summary>Gets until when it would wait, or null.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    /// <summary>Gets why it is in quarantine, or would be, or null.</summary>
    public string? QuarantineReason { get; init; }

    /// <summary>Makes it.</summary>
    /// <param name="letter">The message.</param>
    /// <param name="decision">What a redrive would do, or null.</param>
    /// <returns>The report.</returns>
    public static MessageReport Of(DeadLetter letter, Decision? decision) =>
        new()
        {
            MessageId = letter.MessageId,
            EventId = letter.EventId,
            ErrorCode = letter.Attributes.ErrorCode,
            HttpStatus = letter.Attributes.HttpStatus,
            Attempt = letter.Counts.Attempt,
            Probe = letter.Counts.Probe,
            FirstDeadLetteredAt = letter.Counts.FirstDeadLetteredAt,
            Length = letter.Body.Length,
            Decision = decision?.GetType().Name,
            WaitUntil = (decision as Decision.Wait)?.Until,
            QuarantineReason = (decision as Decision.Quarantine)?.Reason.ToString() ?? letter.QuarantineReason,
        };
}
