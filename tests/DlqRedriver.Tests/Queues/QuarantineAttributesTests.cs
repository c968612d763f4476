using Firetiger.DlqRedriver.Policy;
using Firetiger.DlqRedriver.Queues;

namespace Firetiger.DlqRedriver.Tests.Queues;

public sealed class QuarantineAttributesTests
{
    [Fact]
    public void A_quarantined_message_keeps_what_AWS_said_and_says_why()
    {
        var attributes = QuarantineAttributes.Of(Some.DeadLetter(attempt: 5), QuarantineReason.AttemptsExhausted);

        attributes.Select(pair => pair.Key).ShouldBe(["FiretigerRedrive", "ERROR_CODE", "RULE_ARN", "TARGET_ARN"]);
        attributes[0]
            .Value.ShouldBe(
                """{"reason":"AttemptsExhausted","attempt":5,"probe":0,"firstDeadLetteredAt":"2026-11-23T05:00:00.000Z"}"""
            );
    }

    [Fact]
    public void A_message_at_the_limit_of_SQS_gives_up_the_error_message_first()
    {
        var letter = Some.DeadLetter();
        letter = letter with
        {
            Body = new string('x', QuarantineAttributes.LargestMessage - 700),
            Attributes = letter.Attributes with { ErrorMessage = new string('y', 690) },
        };

        var attributes = QuarantineAttributes.Of(letter, QuarantineReason.TooLarge);

        attributes.Select(pair => pair.Key).ShouldBe(["FiretigerRedrive", "ERROR_CODE", "RULE_ARN", "TARGET_ARN"]);
    }
}
