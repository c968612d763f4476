using System.Text.Json;
using System.Text.Json.Nodes;

namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>What CloudFormation asks and is told, over the real protocol and with the real process.</summary>
public sealed class CustomResourceTests
{
    [Fact]
    public async Task A_good_pattern_succeeds_and_its_ids_are_echoed()
    {
        await using var function = await RunningFunction.StartAsync();

        var response = await function.AskAsync(Request(function, "Create", Some.GoodPattern).ToJsonString());

        response.Status.ShouldBe("SUCCESS");
        response.Text("StackId").ShouldBe(Some.StackId);
        response.Text("RequestId").ShouldBe("c8b5a1de-1111-2222-3333-444455556666");
        response.Text("LogicalResourceId").ShouldBe("EventPatternCheck");
        response.Data("Warnings").ShouldBeEmpty();
        response.Data("Fingerprint").ShouldMatch("^[0-9a-f]{64}$");
    }

    [Fact]
    public async Task A_repeated_Create_gets_the_same_physical_id()
    {
        await using var function = await RunningFunction.StartAsync();
        var request = Request(function, "Create", Some.GoodPattern);
        await function.InvokeAsync(request.ToJsonString());
        request["RequestId"] = "another";

        await function.InvokeAsync(request.ToJsonString());

        var ids = function.Aws.Responses.Select(response => response.PhysicalResourceId).ToList();
        ids.Count.ShouldBe(2);
        ids[0].ShouldNotBeEmpty();
        ids[1].ShouldBe(ids[0]);
    }

    [Fact]
    public async Task A_bad_pattern_fails_with_the_place_and_the_way_out()
    {
        await using var function = await RunningFunction.StartAsync();
        function.Aws.EventBridge = AwsAnswer.Refused(
            "Event pattern is not valid. Reason: Unrecognized match type prefx"
        );

        var response = await function.AskAsync(Request(function, "Create", Some.BadPattern).ToJsonString());

        response.Status.ShouldBe("FAILED");
        response.Reason.ShouldStartWith("The event pattern is refused: EP02");
        response.Reason.ShouldContain("line 1, column 48");
        response.Reason.ShouldContain("$.detail.lastStatus[0]");
        response.Reason.ShouldContain("did you mean `prefix`");
    }

    [Theory]
    [InlineData("Update")]
    [InlineData("Delete")]
    public async Task The_physical_id_received_is_sent_back(string type)
    {
        await using var function = await RunningFunction.StartAsync();
        var request = Request(function, type, Some.GoodPattern);
        request["PhysicalResourceId"] = "given-by-an-older-release";

        var response = await function.AskAsync(request.ToJsonString());

        response.Status.ShouldBe("SUCCESS");
        response.PhysicalResourceId.ShouldBe("given-by-an-older-release");
    }

    [Fact]
    public async Task Delete_succeeds_without_a_call_to_AWS_even_for_a_bad_pattern()
    {
        await using var function = await RunningFunction.StartAsync();

        var response = await function.AskAsync(Request(function, "Delete", Some.BadPattern).ToJsonString());

        response.Status.ShouldBe("SUCCESS");
        function.Aws.TestedPatterns.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_request_type_fails()
    {
        await using var function = await RunningFunction.StartAsync();

        var response = await function.AskAsync(Request(function, "Replace", Some.GoodPattern).ToJsonString());

        response.Status.ShouldBe("FAILED");
        response.Reason.ShouldBe("The request type is not Create, Update or Delete.");
    }

    [Fact]
    public async Task A_pattern_given_as_an_object_fails_with_the_reason_why_it_must_be_text()
    {
        await using var function = await RunningFunction.StartAsync();
        var request = Request(function, "Create", "");
        request["ResourceProperties"]!["EventPattern"] = JsonNode.Parse(Some.GoodPattern);

        var response = await function.AskAsync(request.ToJsonString());

        response.Status.ShouldBe("FAILED");
        response.Reason.ShouldStartWith("The property EventPattern is an object, but it must be one string of JSON.");
    }

    [Fact]
    public async Task A_request_with_nothing_but_a_ResponseURL_is_answered()
    {
        await using var function = await RunningFunction.StartAsync();

        var response = await function.AskAsync(
            new JsonObject { ["ResponseURL"] = function.Aws.ResponseUrl }.ToJsonString()
        );

        response.Status.ShouldBe("FAILED");
        response.PhysicalResourceId.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("{}", "neither a ResponseURL")]
    [InlineData("""{"ResponseURL":""}""", "not an https URL of Amazon S3")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{", "not JSON")]
    [InlineData("""{"ResponseURL":"https://example.com/key"}""", "not an https URL of Amazon S3")]
    public async Task A_request_that_cannot_be_answered_is_a_clear_error(string payload, string message)
    {
        await using var function = await RunningFunction.StartAsync();

        var result = await function.InvokeAsync(payload);

        result.IsError.ShouldBeTrue();
        JsonDocument.Parse(result.Body).RootElement.GetProperty("errorMessage").GetString()!.ShouldContain(message);
        function.Aws.Responses.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_an_error_the_next_request_is_served()
    {
        await using var function = await RunningFunction.StartAsync();
        await function.InvokeAsync("{}");

        var response = await function.AskAsync(Request(function, "Create", Some.GoodPattern).ToJsonString());

        response.Status.ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task The_log_tells_who_asked_and_the_verdict_but_neither_URL_nor_pattern()
    {
        await using var function = await RunningFunction.StartAsync();

        await function.AskAsync(Request(function, "Create", Some.GoodPattern).ToJsonString());

        var line = JsonDocument.Parse(function.LogText).RootElement;
        line.GetProperty("stackId").GetString().ShouldBe(Some.StackId);
        line.GetProperty("requestId").GetString().ShouldBe("c8b5a1de-1111-2222-3333-444455556666");
        line.GetProperty("status").GetString().ShouldBe("SUCCESS");
        line.GetProperty("eventBridge").GetString().ShouldBe("Accepted");
        line.GetProperty("milliseconds").GetInt64().ShouldBeGreaterThanOrEqualTo(0);
        function.LogText.ShouldNotContain("Signature");
        function.LogText.ShouldNotContain("lastStatus");
    }

    private static JsonObject Request(RunningFunction function, string type, string pattern) =>
        Some.Request(type, function.Aws.ResponseUrl, pattern);
}
