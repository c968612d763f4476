using System.Net;
using System.Text.Json.Nodes;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Firetiger.AwsPackages.Tests.Wire;

namespace Firetiger.AwsPackages.Tests.EventBridge;

public sealed class FaultTests
{
    [Theory]
    [InlineData("ResourceNotFoundException")]
    [InlineData("com.amazonaws.events#ResourceNotFoundException")]
    [InlineData("com.amazonaws.events#ResourceNotFoundException:http://internal.amazon.com/coral/")]
    public async Task A_code_is_its_exception_with_or_without_a_namespace(string type)
    {
        await using var server = await WireServer.StartAsync(WireAnswer.Fault(type, "no such rule"));
        using var client = server.EventBridge();

        var error = await Should.ThrowAsync<ResourceNotFoundException>(() =>
            client.DescribeRuleAsync(new DescribeRuleRequest { Name = "r" })
        );

        error.ErrorCode.ShouldBe("ResourceNotFoundException");
        error.Message.ShouldBe("no such rule");
        error.RequestId.ShouldBe("request-1");
        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_invalid_pattern_is_its_own_exception()
    {
        await using var server = await WireServer.StartAsync(
            WireAnswer.Fault("InvalidEventPatternException", "Event pattern is not valid.")
        );
        using var client = server.EventBridge();

        await Should.ThrowAsync<InvalidEventPatternException>(() =>
            client.TestEventPatternAsync(new TestEventPatternRequest { EventPattern = "{", Event = "{}" })
        );
    }

    [Fact]
    public async Task A_code_that_the_operation_does_not_declare_is_the_base_exception()
    {
        await using var server = await WireServer.StartAsync(WireAnswer.Fault("AccessDeniedException", "no"));
        using var client = server.EventBridge();

        var error = await Should.ThrowAsync<AmazonEventBridgeException>(() =>
            client.PutEventsAsync(new PutEventsRequest())
        );

        error.GetType().ShouldBe(typeof(AmazonEventBridgeException));
        error.ErrorCode.ShouldBe("AccessDeniedException");
    }

    [Fact]
    public async Task A_code_in_the_header_counts_when_the_body_has_none()
    {
        var answer = new WireAnswer(new JsonObject { ["message"] = "gone" }, HttpStatusCode.BadRequest)
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["x-amzn-ErrorType"] = "ResourceNotFoundException:http://internal.amazon.com/",
            },
        };
        await using var server = await WireServer.StartAsync(answer);
        using var client = server.EventBridge();

        await Should.ThrowAsync<ResourceNotFoundException>(() =>
            client.DescribeEventBusAsync(new DescribeEventBusRequest { Name = "b" })
        );
    }

    [Fact]
    public async Task A_fault_of_the_service_is_tried_again()
    {
        await using var server = await WireServer.StartAsync(
            WireAnswer.Fault("InternalException", "oops", HttpStatusCode.InternalServerError),
            new WireAnswer(new JsonObject { ["FailedEntryCount"] = 0 })
        );
        using var client = server.EventBridge();

        var response = await client.PutEventsAsync(new PutEventsRequest(), TestContext.Current.CancellationToken);

        response.FailedEntryCount.ShouldBe(0);
        server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Throttling_is_tried_again()
    {
        await using var server = await WireServer.StartAsync(WireAnswer.Fault("ThrottlingException", "Rate exceeded"));
        using var client = server.EventBridge();

        await client.PutEventsAsync(new PutEventsRequest(), TestContext.Current.CancellationToken);

        server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        await using var server = await WireServer.StartAsync(WireAnswer.Fault("ValidationException", "bad"));
        using var client = server.EventBridge();

        await Should.ThrowAsync<AmazonEventBridgeException>(() => client.PutEventsAsync(new PutEventsRequest()));

        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_error_page_of_a_proxy_is_the_base_exception_with_the_status()
    {
        var page = new WireAnswer(new JsonObject(), HttpStatusCode.BadRequest) { Raw = "not JSON at all" };
        await using var server = await WireServer.StartAsync(page);
        using var client = server.EventBridge();

        var error = await Should.ThrowAsync<AmazonEventBridgeException>(() =>
            client.PutEventsAsync(new PutEventsRequest())
        );

        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
