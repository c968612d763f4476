using System.Text;
using Firetiger.DlqRedriver.Requests;

namespace Firetiger.DlqRedriver.Tests.Requests;

public sealed class RequestReaderTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"action":"redrive"}""")]
    public void A_plain_run_takes_everything_that_the_budget_allows(string payload)
    {
        var request = Read(payload);

        request.DryRun.ShouldBeFalse();
        request.MaxMessages.ShouldBeNull();
        request.Includes(null).ShouldBeTrue();
    }

    [Fact]
    public void An_operator_narrows_a_run()
    {
        var request = Read("""{"action":"redrive","dryRun":true,"maxMessages":7,"errorCodes":["TIMEOUT"]}""");

        request.DryRun.ShouldBeTrue();
        request.MaxMessages.ShouldBe(7);
        request.Includes("TIMEOUT").ShouldBeTrue();
        request.Includes("THROTTLING").ShouldBeFalse();
        request.Includes(null).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"dryrun":true}""", "'dryrun' is not known; redrive takes action, dryRun, maxMessages, errorCodes")]
    [InlineData(
        """{"action":"purge"}""",
        "'purge' is not known; known are redrive, status, peek, release, renew and testDelivery"
    )]
    [InlineData("""{"action":7}""", "action must be a text")]
    [InlineData("""{"action":"status","dryRun":true}""", "'dryRun' is not known; status takes action.")]
    [InlineData("""{"action":"peek","maxMessages":101}""", "maxMessages must be a whole number from 1 to 100")]
    [InlineData("""{"action":"peek","queue":"dlq"}""", "queue must be \"deadLetter\" or \"quarantine\"")]
    [InlineData("""{"action":"release","reasons":["tooOld"]}""", "'tooOld' is not known; known are NotAnEvent")]
    [InlineData("""{"action":"testDelivery","id":"7"}""", "id must be the id that an earlier testDelivery")]
    [InlineData("""{"action":"testDelivery","id":7}""", "id must be a text")]
    [InlineData("""{"dryRun":"true"}""", "dryRun must be true or false")]
    [InlineData("""{"maxMessages":0}""", "maxMessages must be a whole number from 1")]
    [InlineData("""{"errorCodes":"TIMEOUT"}""", "errorCodes must be an array of texts")]
    [InlineData("""{"action":"redrive\ud800"}""", "is not JSON")]
    [InlineData("""{"\ud800":1}""", "is not JSON")]
    [InlineData("""{"errorCodes":["\ud800"]}""", "is not JSON")]
    [InlineData("""{"Records":[null]}""", "Records must be messages of SQS")]
    [InlineData("""{"Records":[{}]}""", "Records must be messages of SQS")]
    [InlineData(
        """{"Records":[{"messageId":"1","receiptHandle":"2","body":null}]}""",
        "Records must be messages of SQS"
    )]
    [InlineData(
        """{"Records":[{"messageId":"1","receiptHandle":"2","body":"{}","messageAttributes":{"RULE_ARN":null}}]}""",
        "Records must be messages of SQS"
    )]
    [InlineData(
        """{"Records":[{"messageId":"1","receiptHandle":"2","body":"{}","attributes":7}]}""",
        "Records must be messages of SQS"
    )]
    [InlineData(
        """{"Records":[{"messageId":"1","receiptHandle":"2","body":"{}","messageAttributes":{"RULE_ARN":{"stringValue":7}}}]}""",
        "Records must be messages of SQS"
    )]
    [InlineData(
        """{"Records":[{"messageId":"1","receiptHandle":"2","body":"{}","messageAttributes":7}]}""",
        "Records must be messages of SQS"
    )]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("", "is not JSON")]
    public void What_is_not_known_is_an_error_that_names_what_is(string payload, string message) =>
        Should.Throw<InvalidRequestException>(() => Read(payload)).Message.ShouldContain(message);

    [Theory]
    [InlineData("")]
    [InlineData(""","messageAttributes":null""")]
    [InlineData(""","messageAttributes":{"RULE_ARN":{"dataType":"String","stringValue":"arn"}}""")]
    public void A_batch_of_the_queue_is_read(string attributes) =>
        Read<QueueBatchRequest>($$"""{"Records":[{"messageId":"1","receiptHandle":"2","body":"{}"{{attributes}}}]}""")
            .Batch.Records.ShouldHaveSingleItem()
            .MessageId.ShouldBe("1");

    [Fact]
    public void A_release_chooses_by_reason()
    {
        var request = Read<ReleaseRequest>(
            """{"action":"release","maxMessages":7,"reasons":["TooOld"],"dryRun":true,"force":true}"""
        );

        request.MaxMessages.ShouldBe(7);
        request.DryRun.ShouldBeTrue();
        request.Force.ShouldBeTrue();
        request.Includes("TooOld").ShouldBeTrue();
        request.Includes("AttemptsExhausted").ShouldBeFalse();
        request.Includes(null).ShouldBeFalse();
    }

    [Fact]
    public void A_peek_shows_ten_dead_letters_unless_it_is_told_otherwise()
    {
        Read<PeekRequest>("""{"action":"peek"}""").ShouldBe(new PeekRequest());
        Read<PeekRequest>("""{"action":"peek","queue":"quarantine","maxMessages":100}""")
            .ShouldBe(new PeekRequest { Quarantine = true, MaxMessages = 100 });
    }

    [Fact]
    public void A_delivery_test_is_new_or_goes_on_by_its_id()
    {
        var id = Guid.CreateVersion7();

        Read<TestDeliveryRequest>("""{"action":"testDelivery"}""").Id.ShouldBeNull();
        Read<TestDeliveryRequest>($$"""{"action":"testDelivery","id":"{{id}}"}""").Id.ShouldBe(id);
    }

    private static RedriveRequest Read(string payload) => Read<RedriveRequest>(payload);

    private static T Read<T>(string payload)
        where T : Request => RequestReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(payload))).ShouldBeOfType<T>();
}
