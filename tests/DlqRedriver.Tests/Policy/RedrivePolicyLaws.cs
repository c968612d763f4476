using CsCheck;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Tests.Policy;

/// <summary>What holds for every message, however odd.</summary>
public sealed class RedrivePolicyLaws
{
    private static readonly string?[] ErrorCodes = ["TIMEOUT", "NO_PERMISSIONS", "INVALID_JSON", "UNKNOWN", null];

    private static readonly Gen<DeadLetter> Letters =
        from attempt in Gen.Int[0, 8]
        from shape in Gen.Enum<BodyShape>()
        from code in Gen.Int[0, ErrorCodes.Length - 1].Select(index => ErrorCodes[index])
        from sentMinutes in Gen.Int[0, 60 * 24 * 14]
        from firstMinutes in Gen.Int[0, 60 * 24 * 60]
        from id in Gen.String
        select Some.DeadLetter(attempt, code) with
        {
            MessageId = id,
            Shape = shape,
            SentAt = Some.Now.AddMinutes(-sentMinutes),
            Counts = new RedriveCounts(attempt, 0, Some.Now.AddMinutes(-Math.Max(sentMinutes, firstMinutes))),
        };

    private static readonly Gen<RedriveLimits> Limits =
        from attempts in Gen.Int[1, 10]
        from days in Gen.Int[1, 60]
        from seconds in Gen.Int[1, 21_600]
        select new RedriveLimits(attempts, TimeSpan.FromDays(days), TimeSpan.FromSeconds(seconds));

    [Fact]
    public void A_wait_is_ahead_and_shorter_than_SQS_can_hide_a_message() =>
        Gen.Select(Letters, Limits, Gen.Bool)
            .Sample(
                (letter, limits, othersSucceed) =>
                    RedrivePolicy.Decide(letter, Some.Now, limits, othersSucceed) is not Decision.Wait wait
                    || (wait.Until > Some.Now && wait.Until < Some.Now.AddHours(12))
            );

    [Fact]
    public void Every_message_ends_even_when_every_copy_fails() =>
        Gen.Select(Letters, Limits, Gen.Bool)
            .Sample((letter, limits, othersSucceed) => EndsWithin(letter, limits, othersSucceed));

    [Fact]
    public void An_attempt_is_burnt_only_while_others_succeed() =>
        Gen.Select(Letters, Limits)
            .Sample(
                (letter, limits) =>
                    RedrivePolicy.Decide(letter, Some.Now, limits, othersSucceed: false)
                        is not (Decision.Send or Decision.Quarantine { Reason: QuarantineReason.AttemptsExhausted })
            );

    [Fact]
    public void A_message_is_due_at_the_same_time_whatever_the_destination_does() =>
        Gen.Select(Letters, Limits)
            .Sample(
                (letter, limits) =>
                    RedrivePolicy.Decide(letter, Some.Now, limits, othersSucceed: false) is not Decision.Wait wait
                    || RedrivePolicy.Decide(letter, Some.Now, limits, othersSucceed: true) is Decision.Quarantine
                    || RedrivePolicy.Decide(letter, Some.Now, limits, othersSucceed: true) == wait
            );

    [Fact]
    public void No_more_copies_are_sent_than_attempts() =>
        Gen.Select(Letters, Limits)
            .Sample(
                (letter, limits) => Copies(letter, limits) <= Math.Max(0, limits.MaxAttempts - letter.Counts.Attempt)
            );

    // Each step is a wait, an attempt or a probe, and those take five minutes at least: the age allows no more.
    private static bool EndsWithin(DeadLetter letter, RedriveLimits limits, bool othersSucceed) =>
        Life(letter, limits, othersSucceed)
            .Take((2 * limits.MaxAge.Days * 24 * 12) + 40)
            .Any(decision => decision is Decision.Quarantine);

    private static int Copies(DeadLetter letter, RedriveLimits limits) =>
        Life(letter, limits, othersSucceed: true).Take(300).Count(decision => decision is Decision.Send);

    /// <summary>The decisions about an event whose every copy fails after five minutes.</summary>
    private static IEnumerable<Decision> Life(DeadLetter letter, RedriveLimits limits, bool othersSucceed)
    {
        var now = Some.Now;
        while (true)
        {
            var decision = RedrivePolicy.Decide(letter, now, limits, othersSucceed);
            yield return decision;
            switch (decision)
            {
                case Decision.Quarantine:
                    yield break;
                case Decision.Wait wait:
                    now = wait.Until;
                    break;
                default:
                    now = now.AddMinutes(5);
                    letter = letter with
                    {
                        SentAt = now,
                        Counts =
                            decision is Decision.Send
                                ? letter.Counts with
                                {
                                    Attempt = letter.Counts.Attempt + 1,
                                }
                                : letter.Counts with
                                {
                                    Probe = letter.Counts.Probe + 1,
                                },
                    };
                    break;
            }
        }
    }
}
