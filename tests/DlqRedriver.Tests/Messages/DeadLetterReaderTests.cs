using Amazon.SQS.Model;
using Firetiger.DlqRedriver.Messages;

namespace Firetiger.DlqRedriver.Tests.Messages;

public sealed class DeadLetterReaderTests
{
    private static readonly DeadLetterReader Reader = new("redrive-bus", "redrive-rule");

    [Fact]
    public void A_live_event_begins_at_attempt_zero_and_at_the_time_it_was_dead_lettered()
    {
        var letter = Reader.Read(Some.SqsMessage(Some.Event), Some.Now);

        letter.Shape.ShouldBe(BodyShape.Original);
        letter.Counts.ShouldBe(new RedriveCounts(0, 0, Some.Now.AddHours(-7)));
        letter.Attributes.ErrorCode.ShouldBe("SDK_CLIENT_ERROR");
    }

    [Theory]
    [InlineData(Some.RedriveRuleArn, nameof(BodyShape.EnvelopeLost))]
    [InlineData(Some.LiveRuleArn, nameof(BodyShape.Original))]
    [InlineData("arn:aws:events:us-east-1:123456789012:rule/other-bus/redrive-rule", nameof(BodyShape.Original))]
    public void The_rule_tells_a_copy_from_a_live_event(string ruleArn, string shape) =>
        Reader.Read(Some.SqsMessage(Some.Event, ruleArn), Some.Now).Shape.ToString().ShouldBe(shape);

    [Fact]
    public void A_message_with_nothing_but_a_body_is_read()
    {
        var letter = Reader.Read(new Message { Body = "{}" }, Some.Now);

        letter.SentAt.ShouldBe(Some.Now);
        letter.Attributes.ShouldBe(new DeadLetterAttributes());
        letter.Shape.ShouldBe(BodyShape.Original);
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("-1")]
    [InlineData("9223372036854775807")]
    [InlineData("4102444800000")]
    public void A_send_time_that_is_unreadable_or_ahead_is_now(string sent)
    {
        var message = Some.SqsMessage("{}");
        message.Attributes["SentTimestamp"] = sent;

        Reader.Read(message, Some.Now).SentAt.ShouldBe(Some.Now);
    }

    [Fact]
    public void A_first_date_after_the_message_was_sent_is_clock_skew()
    {
        var detail = EnvelopeWriter.Write(new RedriveCounts(1, 0, Some.Now.AddYears(1)), null, "{}"u8);

        var letter = Reader.Read(Some.SqsMessage(Some.FailedCopy(detail), Some.RedriveRuleArn), Some.Now);

        letter.Counts.FirstDeadLetteredAt.ShouldBe(letter.SentAt);
    }

    [Theory]
    [InlineData("""{"\ud800abc":1}""")]
    [InlineData("""{"source":"\ud800firetiger.redrive"}""")]
    [InlineData("""{"source":"firetiger.redrive","detail-type":"\ud800Dead-Lettered Event"}""")]
    [InlineData("""{"detail-type":"\udfff Encrypted Events"}""")]
    public void Text_with_half_a_surrogate_pair_is_not_an_event(string body) =>
        Reader.Read(Some.SqsMessage(body), Some.Now).Shape.ShouldBe(BodyShape.NotAnEvent);

    [Fact]
    public void A_date_with_half_a_surrogate_pair_is_no_event_either()
    {
        var copy = Some.FailedCopy("""{"attempt":1,"firstDeadLetteredAt":"2026-11-01T00:00:00\ud800","event":{}}""");

        Reader.Read(Some.SqsMessage(copy, Some.RedriveRuleArn), Some.Now).Shape.ShouldBe(BodyShape.NotAnEvent);
    }

    [Fact]
    public void An_attribute_of_ours_with_half_a_surrogate_pair_counts_for_nothing()
    {
        var message = Some.SqsMessage(Some.Event);
        message.MessageAttributes["FiretigerRedrive"] = new MessageAttributeValue
        {
            StringValue = """{"attempt":3,"firstDeadLetteredAt":"2026-11-01T00:00:00\ud800"}""",
        };

        Reader.Read(message, Some.Now).Counts.ShouldBe(new RedriveCounts(0, 0, Some.Now.AddHours(-7)));
    }

    [Fact]
    public void Counts_of_our_attribute_stand_in_for_those_of_an_envelope()
    {
        var message = Some.SqsMessage(Some.Event);
        message.MessageAttributes["FiretigerRedrive"] = new MessageAttributeValue
        {
            StringValue = """{"attempt":3,"probe":2,"firstDeadLetteredAt":"2026-11-01T00:00:00Z"}""",
        };

        var letter = Reader.Read(message, Some.Now);

        letter.Counts.ShouldBe(new RedriveCounts(3, 2, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)));
    }
}
