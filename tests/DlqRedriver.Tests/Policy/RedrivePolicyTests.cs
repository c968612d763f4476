using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Policy;

namespace Firetiger.DlqRedriver.Tests.Policy;

public sealed class RedrivePolicyTests
{
    [Fact]
    public void A_message_that_is_due_is_sent() => Decide(Some.DeadLetter()).ShouldBe(new Decision.Send());

    [Fact]
    public void A_message_that_is_not_due_waits_until_it_is()
    {
        var letter = Some.DeadLetter() with { SentAt = Some.Now.AddMinutes(-1) };

        var decision = Decide(letter);

        var wait = decision.ShouldBeOfType<Decision.Wait>();
        wait.Until.ShouldBe(
            letter.SentAt + Backoff.After(0, ErrorClass.Ambiguous, letter.MessageId, Some.Limits.BackoffBase)
        );
    }

    [Fact]
    public void The_last_attempt_is_sent() => Decide(Some.DeadLetter(attempt: 4)).ShouldBe(new Decision.Send());

    [Theory]
    [InlineData(5)]
    [InlineData(RedriveCounts.LargestCount)]
    public void A_message_without_attempts_left_is_given_up(int attempt) =>
        Decide(Some.DeadLetter(attempt)).ShouldBe(new Decision.Quarantine(QuarantineReason.AttemptsExhausted));

    [Fact]
    public void A_message_over_the_age_is_given_up_whatever_its_attempts()
    {
        var letter = Some.DeadLetter();
        var old = letter with { Counts = letter.Counts with { FirstDeadLetteredAt = Some.Now.AddDays(-30) } };

        Decide(old).ShouldBe(new Decision.Quarantine(QuarantineReason.TooOld));
    }

    [Fact]
    public void An_event_refused_for_what_it_is_gets_one_copy()
    {
        Decide(Some.DeadLetter(attempt: 0, "INVALID_JSON")).ShouldBe(new Decision.Send());
        Decide(Some.DeadLetter(attempt: 1, "INVALID_JSON"))
            .ShouldBe(new Decision.Quarantine(QuarantineReason.Undeliverable));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void An_event_whose_failed_copy_could_not_be_dead_lettered_is_not_sent(int over, bool quarantined)
    {
        var letter = Some.DeadLetter() with { Event = new byte[1_048_576 - 32_768 + over] };

        var decision = Decide(letter);

        (decision is Decision.Quarantine { Reason: QuarantineReason.TooLarge }).ShouldBe(quarantined);
    }

    [Fact]
    public void A_copy_that_came_back_without_its_envelope_waits_at_the_longest_backoff()
    {
        var letter = Some.DeadLetter() with { Shape = BodyShape.EnvelopeLost };

        Decide(letter).ShouldBe(new Decision.Wait(Some.Now + Backoff.Longest));
    }

    [Fact]
    public void A_copy_that_came_back_without_its_envelope_is_given_up_at_the_age()
    {
        var letter = Some.DeadLetter() with
        {
            Shape = BodyShape.EnvelopeLost,
            Counts = new RedriveCounts(0, 0, Some.Now.AddDays(-31)),
        };

        Decide(letter).ShouldBe(new Decision.Quarantine(QuarantineReason.EnvelopeLost));
    }

    [Fact]
    public void A_message_of_another_kind_of_target_is_given_up()
    {
        var letter = Some.DeadLetter();
        var other = letter with
        {
            Attributes = letter.Attributes with { TargetArn = "arn:aws:sqs:us-east-1:123456789012:orders" },
        };

        Decide(other).ShouldBe(new Decision.Quarantine(QuarantineReason.NotForApiDestination));
    }

    [Theory]
    [InlineData(nameof(BodyShape.NotAnEvent), nameof(QuarantineReason.NotAnEvent))]
    [InlineData(nameof(BodyShape.Encrypted), nameof(QuarantineReason.Encrypted))]
    [InlineData(nameof(BodyShape.EnvelopeDamaged), nameof(QuarantineReason.EnvelopeDamaged))]
    public void What_no_copy_could_mend_is_given_up_at_once(string shape, string reason)
    {
        var letter = Some.DeadLetter() with { Shape = Enum.Parse<BodyShape>(shape) };

        Decide(letter).ShouldBe(new Decision.Quarantine(Enum.Parse<QuarantineReason>(reason)));
    }

    private static Decision Decide(DeadLetter letter) =>
        RedrivePolicy.Decide(letter, Some.Now, Some.Limits, othersSucceed: true);
}
