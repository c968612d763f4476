using Firetiger.DlqRedriver.Aws;

namespace Firetiger.DlqRedriver.Tests.Aws;

public sealed class AwsCallExceptionTests
{
    [Theory]
    [InlineData("ValidationException", 400, true)]
    [InlineData("RequestEntityTooLargeException", 413, true)]
    [InlineData("ThrottlingException", 400, false)]
    [InlineData("AccessDeniedException", 400, false)]
    [InlineData("ExpiredTokenException", 400, false)]
    [InlineData("UnrecognizedClientException", 403, false)]
    [InlineData("TooManyRequestsException", 429, false)]
    [InlineData("InternalFailure", 500, false)]
    [InlineData("Timeout", 0, false)]
    public void What_was_sent_is_to_blame_only_where_AWS_says_so(string code, int status, bool blamed) =>
        Failed("PutEvents", code, status).BlamesRequest.ShouldBe(blamed);

    [Theory]
    [InlineData("PutEvents", "ValidationException", "PutEvents: ValidationException (HTTP 400)")]
    [InlineData("SendMessage", "InvalidMessageContents", "SendMessage: InvalidMessageContents (HTTP 400)")]
    [InlineData("PutEvents", "AccessDeniedException", "PutEvents: AccessDeniedException (HTTP 400): its words")]
    [InlineData("DescribeRule", "ValidationException", "DescribeRule: ValidationException (HTTP 400): its words")]
    public void The_words_of_AWS_are_kept_where_there_is_no_event_to_quote(
        string operation,
        string code,
        string message
    ) => Failed(operation, code, 400).Message.ShouldBe(message);

    private static AwsCallException Failed(string operation, string code, int status) =>
        new(operation, code, status, new InvalidOperationException("its words"));
}
