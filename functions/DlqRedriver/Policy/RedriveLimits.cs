using Firetiger.DlqRedriver.Messages;

namespace Firetiger.DlqRedriver.Policy;

/// <summary>The limits within which an event is tried.</summary>
/// <param name="MaxAttempts">Copies, 1 or more.</param>
/// <param name="MaxAge">Time since the event was first dead-lettered.</param>
/// <param name="BackoffBase">The first wait.</param>
internal sealed record RedriveLimits(int MaxAttempts, TimeSpan MaxAge, TimeSpan BackoffBase)
{
    /// <summary>
    /// The most bytes of an event that is wrapped. PutEvents and SQS both end at 1,048,576; the rest is room for the
    /// envelope, EventBridge's own keys and the six attributes, or a failed copy could not be dead-lettered.
    /// </summary>
    public const int LargestEvent = 1_048_576 - (32 * 1024);

    // SQS hides a message for at most 12 hours from its receive; the margin is for the time since.
    private static readonly TimeSpan LongestHide = TimeSpan.FromHours(12) - TimeSpan.FromMinutes(15);

    /// <summary>The latest time that a message received now can be hidden until.</summary>
    /// <param name="now">The time.</param>
    /// <returns>Less than 12 hours from now.</returns>
    public static DateTimeOffset LatestWait(DateTimeOffset now) => now + LongestHide;

    /// <summary>How long a message rests that could not be moved, though its turn had come.</summary>
    /// <param name="letter">The message.</param>
    /// <returns>The backoff of its attempt, at most 6 hours.</returns>
    public TimeSpan WaitAfterRefusal(DeadLetter letter) =>
        Backoff.After(letter.Counts.Attempt, ErrorClass.Ambiguous, letter.MessageId, BackoffBase);
}
