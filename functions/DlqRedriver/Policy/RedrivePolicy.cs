using Firetiger.DlqRedriver.Messages;

namespace Firetiger.DlqRedriver.Policy;

/// <summary>
/// Decides about one message. Pure. Everything ends, at the attempts or at the age; nothing is ever dropped.
/// </summary>
internal static class RedrivePolicy
{
    /// <summary>Decides.</summary>
    /// <param name="letter">The message.</param>
    /// <param name="now">The time.</param>
    /// <param name="limits">What bounds it.</param>
    /// <param name="othersSucceed">Whether a failure would be the event's own: see <see cref="Gate.OthersSucceed"/>.</param>
    /// <returns>What to do now.</returns>
    public static Decision Decide(DeadLetter letter, DateTimeOffset now, RedriveLimits limits, bool othersSucceed)
    {
        if (Hopeless(letter) is { } reason)
        {
            return new Decision.Quarantine(reason);
        }

        var lost = letter.Shape == BodyShape.EnvelopeLost;
        if (now - letter.Counts.FirstDeadLetteredAt >= limits.MaxAge)
        {
            return new Decision.Quarantine(lost ? QuarantineReason.EnvelopeLost : QuarantineReason.TooOld);
        }

        return lost ? Wait(now + Backoff.Longest, now) : SendOrWait(letter, now, limits, othersSucceed);
    }

    private static QuarantineReason? Hopeless(DeadLetter letter) =>
        letter.Shape switch
        {
            BodyShape.NotAnEvent => QuarantineReason.NotAnEvent,
            BodyShape.Encrypted => QuarantineReason.Encrypted,
            BodyShape.EnvelopeDamaged => QuarantineReason.EnvelopeDamaged,
            _ when letter.IsTest => QuarantineReason.TestDeliveryFailed,
            _ when !letter.Attributes.IsForApiDestination => QuarantineReason.NotForApiDestination,
            _ when letter.Event.Length > RedriveLimits.LargestEvent => QuarantineReason.TooLarge,
            _ => null,
        };

    private static Decision SendOrWait(DeadLetter letter, DateTimeOffset now, RedriveLimits limits, bool othersSucceed)
    {
        var errorClass = ErrorClasses.Of(letter.Attributes.ErrorCode);
        var attempt = letter.Counts.Attempt;

        // One copy shows whether the refusal still stands; more would only repeat it.
        if (errorClass == ErrorClass.Payload && attempt > 0)
        {
            return new Decision.Quarantine(QuarantineReason.Undeliverable);
        }

        // A missing permission fails every event alike, whatever others of another rule do.
        var counts = othersSucceed && errorClass != ErrorClass.Configuration;
        if (counts && attempt >= limits.MaxAttempts)
        {
            return new Decision.Quarantine(QuarantineReason.AttemptsExhausted);
        }

        var due = letter.SentAt + Backoff.After(attempt, errorClass, letter.MessageId, limits.BackoffBase);
        if (due > now)
        {
            return Wait(due, now);
        }

        return counts ? new Decision.Send() : new Decision.Probe();
    }

    private static Decision.Wait Wait(DateTimeOffset due, DateTimeOffset now)
    {
        var latest = RedriveLimits.LatestWait(now);
        return new Decision.Wait(due < latest ? due : latest);
    }
}
