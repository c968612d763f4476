using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Tests.Protocol;

public sealed class ResponseUrlRuleTests
{
    [Theory]
    [InlineData("https://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/key?X-Amz-Signature=1")]
    [InlineData("https://cloudformation-custom-resource-response-eucentral1.s3.eu-central-1.amazonaws.com/key")]
    [InlineData("https://cloudformation-custom-resource-response-euwest1.s3-eu-west-1.amazonaws.com/key")]
    [InlineData("https://cloudformation-custom-resource-response-cnnorth1.s3.cn-north-1.amazonaws.com.cn/key")]
    [InlineData("https://cloudformation-custom-resource-response-euscdee1.s3.eusc-de-east-1.amazonaws.eu/key")]
    [InlineData("https://s3.amazonaws.com:443/bucket/key")]
    public void S3_is_allowed(string text)
    {
        new ResponseUrlRule(allowLoopback: false).Check(text).OriginalString.ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a url")]
    [InlineData("/relative")]
    [InlineData("http://bucket.s3.amazonaws.com/key")]
    [InlineData("https://bucket.s3.amazonaws.com:8443/key")]
    [InlineData("https://user:password@bucket.s3.amazonaws.com/key")]
    [InlineData("https://bucket.s3.amazonaws.com.example.org/key")]
    [InlineData("https://bucket.s3.example.org/key")]
    [InlineData("https://bucket.s3amazonaws.com/key")]
    [InlineData("https://queue.sqs.amazonaws.com/key")]
    [InlineData("https://bucket.nots3.amazonaws.com/key")]
    [InlineData("https://amazonaws.com/s3")]
    [InlineData("https://bucket.s3.amazonaws.com@example.org/key")]
    [InlineData("https://example.org\\.s3.amazonaws.com/key")]
    [InlineData("https://bucket.s3.amazonaws.com/key HTTP/1.1\r\nHost: example.org")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1:4566/key")]
    [InlineData("ftp://bucket.s3.amazonaws.com/key")]
    public void Anything_else_is_not(string text)
    {
        var error = Should.Throw<InvalidRequestException>(() => new ResponseUrlRule(allowLoopback: false).Check(text));

        error.Message.ShouldNotContain("amazonaws.com");
    }

    [Theory]
    [InlineData("http://127.0.0.1:4566/key", true)]
    [InlineData("http://localhost:4566/key", true)]
    [InlineData("http://[::1]:4566/key", true)]
    [InlineData("http://169.254.169.254/latest/meta-data", false)]
    [InlineData("http://bucket.s3.amazonaws.com/key", false)]
    [InlineData("http://127.0.0.1.example.org/key", false)]
    public void In_the_sandbox_this_machine_is_allowed_and_no_other(string text, bool allowed)
    {
        var rule = new ResponseUrlRule(allowLoopback: true);

        var isAllowed = Record.Exception(() => rule.Check(text)) is null;

        isAllowed.ShouldBe(allowed);
    }
}
