using System.Globalization;

namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>How the response travels.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task The_response_has_its_exact_length_and_no_content_type()
    {
        await using var function = await RunningFunction.StartAsync();

        var response = await function.AskAsync(Request(function));

        response.Headers.Keys.ShouldNotContain("Content-Type");
        response.Headers.Keys.ShouldNotContain("Transfer-Encoding");
        response.Headers["Content-Length"].ShouldBe(response.Bytes.Length.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_signed_URL_is_used_exactly_as_given()
    {
        await using var function = await RunningFunction.StartAsync();

        var response = await function.AskAsync(Request(function));

        function.Aws.ResponseUrl.ShouldEndWith(response.Target);
        response.Target.ShouldContain("arn%3Aaws%3Acloudformation");
    }

    [Fact]
    public async Task A_server_error_is_tried_again()
    {
        await using var function = await RunningFunction.StartAsync();
        function.Aws.ResponseStatuses.Enqueue(503);
        function.Aws.ResponseStatuses.Enqueue(500);

        var result = await function.InvokeAsync(Request(function));

        result.IsError.ShouldBeFalse();
        function.Aws.Responses.Count.ShouldBe(3);
        function.Aws.Responses.Select(response => response.Status).ShouldBe(["SUCCESS", "SUCCESS", "SUCCESS"]);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task What_another_attempt_can_mend_is_tried_again(int status)
    {
        await using var function = await RunningFunction.StartAsync();
        function.Aws.ResponseStatuses.Enqueue(status);

        var result = await function.InvokeAsync(Request(function));

        result.IsError.ShouldBeFalse(result.Body);
        function.Aws.Responses.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(nameof(BucketFault.Reset))]
    [InlineData(nameof(BucketFault.ResetAfterHalf))]
    [InlineData(nameof(BucketFault.Silent))]
    [InlineData(nameof(BucketFault.Slow))]
    public async Task A_broken_connection_delays_the_response_and_does_not_lose_it(string fault)
    {
        await using var function = await RunningFunction.StartAsync();
        function.Aws.BucketFaults.Enqueue(Enum.Parse<BucketFault>(fault));

        var response = await function.AskAsync(Request(function));

        response.Status.ShouldBe("SUCCESS");
        response.Headers["Content-Length"].ShouldBe(response.Bytes.Length.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(307)]
    public async Task A_refusal_or_a_redirect_ends_the_invocation_with_an_error(int status)
    {
        await using var function = await RunningFunction.StartAsync();
        function.Aws.ResponseStatuses.Enqueue(status);

        var result = await function.InvokeAsync(Request(function));

        result.IsError.ShouldBeTrue();
        result.Body.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"HTTP status {status}"));
        result.Body.ShouldNotContain("Signature");
        function.Aws.Responses.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Attempts_end_before_Lambda_would_end_them()
    {
        await using var function = await RunningFunction.StartAsync();
        function.Aws.FunctionTimeout = TimeSpan.FromSeconds(3);
        foreach (var status in Enumerable.Repeat(500, 10))
        {
            function.Aws.ResponseStatuses.Enqueue(status);
        }

        var result = await function.InvokeAsync(Request(function));

        result.IsError.ShouldBeTrue();
        result.Body.ShouldContain("could not be delivered: HTTP status 500");
    }

    private static string Request(RunningFunction function) =>
        Some.Request("Create", function.Aws.ResponseUrl, Some.GoodPattern).ToJsonString();
}
