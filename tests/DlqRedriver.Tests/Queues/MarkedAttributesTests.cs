using Amazon.SQS.Model;
using Firetiger.DlqRedriver.Messages;
using Firetiger.DlqRedriver.Queues;

namespace Firetiger.DlqRedriver.Tests.Queues;

public sealed class MarkedAttributesTests
{
    private const string Mark = """{"reason":"TooLarge","attempt":0}""";

    [Fact]
    public void A_message_sent_on_keeps_its_attributes_and_gets_our_mark()
    {
        var attributes = MarkedAttributes.Of(Letter(("ERROR_CODE", "TIMEOUT"), ("COLOUR", "red")), Mark);

        attributes.Keys.ShouldBe(["FiretigerRedrive", "COLOUR", "ERROR_CODE"]);
        attributes["FiretigerRedrive"].StringValue.ShouldBe(Mark);
    }

    [Fact]
    public void A_mark_that_it_came_with_is_replaced()
    {
        var attributes = MarkedAttributes.Of(Letter((RedriveMark.AttributeName, "{}")), Mark);

        attributes.ShouldHaveSingleItem().Value.StringValue.ShouldBe(Mark);
    }

    [Fact]
    public void A_message_at_the_limit_of_SQS_gives_up_the_longest_words_first()
    {
        var letter = Letter(("ERROR_MESSAGE", new string('y', 690)), ("ERROR_CODE", "TIMEOUT")) with
        {
            Body = new string('x', MarkedAttributes.LargestMessage - 700),
        };

        MarkedAttributes.Of(letter, Mark).Keys.ShouldBe(["FiretigerRedrive", "ERROR_CODE"]);
    }

    private static DeadLetter Letter(params (string Name, string Value)[] attributes) =>
        Some.DeadLetter() with
        {
            SqsAttributes = attributes.ToDictionary(
                attribute => attribute.Name,
                attribute => new MessageAttributeValue { DataType = "String", StringValue = attribute.Value },
                StringComparer.Ordinal
            ),
        };
}
