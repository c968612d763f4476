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
    [InlineData("""{"dryrun":true}""", "The member 'dryrun' is not known; known are action")]
    [InlineData("""{"action":"purge"}""", "The action \"purge\" is not known")]
    [InlineData("""{"dryRun":"true"}""", "dryRun must be true or false")]
    [InlineData("""{"maxMessages":0}""", "maxMessages must be a whole number over 0")]
    [InlineData("""{"errorCodes":"TIMEOUT"}""", "errorCodes must be an array of texts")]
    [InlineData("""{"action":"redrive\ud800"}""", "is not JSON")]
    [InlineData("""{"\ud800":1}""", "is not JSON")]
    [InlineData("""{"errorCodes":["\ud800"]}""", "is not JSON")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("", "is not JSON")]
    public void What_is_not_known_is_an_error_that_names_what_is(string payload, string message) =>
        Should.Throw<InvalidRequestException>(() => Read(payload)).Message.ShouldContain(message);

    private static RedriveRequest Read(string payload) =>
        RequestReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(payload)));
}
