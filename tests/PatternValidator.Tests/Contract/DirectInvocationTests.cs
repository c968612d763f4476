using System.Text.Json;
using System.Text.Json.Nodes;

namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>What those are told who ask without CloudFormation: scripts, people, Terraform's <c>aws_lambda_invocation</c>.</summary>
public sealed class DirectInvocationTests
{
    private const string Hopeless = """{"source":["aws.ecs"],"detail":{"lastStatus":["STOPED"]}}""";

    [Fact]
    public async Task A_good_pattern_gets_an_empty_list_of_findings()
    {
        await using var function = await RunningFunction.StartAsync();

        var result = await function.InvokeAsync(Question(Some.GoodPattern));

        result.IsError.ShouldBeFalse(result.Body);
        result.Body.ShouldBe("[]");
        function.Aws.Responses.ShouldBeEmpty();
    }

    [Fact]
    public async Task Warnings_are_given_as_JSON()
    {
        await using var function = await RunningFunction.StartAsync();

        var result = await function.InvokeAsync(Question(Hopeless, "lenient"));

        result.IsError.ShouldBeFalse(result.Body);
        var finding = JsonDocument.Parse(result.Body).RootElement.EnumerateArray().ShouldHaveSingleItem();
        finding.GetProperty("code").GetString().ShouldBe("EP0405");
        finding.GetProperty("severity").GetString().ShouldBe("warning");
        finding.GetProperty("hint").GetString()!.ShouldContain("STOPPED");
    }

    [Fact]
    public async Task A_pattern_that_does_not_pass_is_an_error_that_reads_as_one_line()
    {
        await using var function = await RunningFunction.StartAsync();

        var result = await function.InvokeAsync(Question(Hopeless));

        result.IsError.ShouldBeTrue();
        var error = JsonDocument.Parse(result.Body).RootElement;
        error.GetProperty("errorType").GetString().ShouldBe("InvalidEventPattern");
        var message = error.GetProperty("errorMessage").GetString()!;
        message.ShouldStartWith(
            "The event pattern can never match: EP0405 line 1, column 47, $.detail.lastStatus[0]: "
        );
        message.ShouldContain("did you mean `STOPPED`?");
        message.ShouldNotContain("\n");
        error.TryGetProperty("stackTrace", out var trace).ShouldBeTrue();
        trace.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_only_EventBridge_refuses_is_an_error_in_its_words()
    {
        await using var function = await RunningFunction.StartAsync();
        function.Aws.EventBridge = AwsAnswer.Refused("Event pattern is not valid. Reason: Something new");

        var result = await function.InvokeAsync(Question(Some.GoodPattern));

        result.IsError.ShouldBeTrue();
        result.Body.ShouldContain("EventBridge refuses the event pattern: Something new");
    }

    [Theory]
    [InlineData("""{"eventPattern":"{}","strictness":"Loose"}""", "The strictness can be Strict or Lenient.")]
    [InlineData("""{"eventPattern":"{}","strictness":1}""", "The strictness can be Strict or Lenient.")]
    [InlineData("""{"eventPattern":{"source":["aws.ecs"]}}""", "The eventPattern must be one string of JSON.")]
    [InlineData("""{"eventPattern":"{}","stricktness":"Strict"}""", "There is no member `stricktness`")]
    [InlineData("""{"pattern":"{}"}""", "neither a ResponseURL")]
    public async Task A_question_that_is_none_is_a_clear_error(string payload, string message)
    {
        await using var function = await RunningFunction.StartAsync();

        var result = await function.InvokeAsync(payload);

        result.IsError.ShouldBeTrue();
        var error = JsonDocument.Parse(result.Body).RootElement;
        error.GetProperty("errorType").GetString().ShouldBe("InvalidRequestException");
        error.GetProperty("errorMessage").GetString()!.ShouldContain(message);
        function.Aws.TestedPatterns.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_log_tells_the_verdict()
    {
        await using var function = await RunningFunction.StartAsync();

        await function.InvokeAsync(Question(Some.GoodPattern));

        var line = JsonDocument.Parse(function.LogText).RootElement;
        line.GetProperty("message").GetString().ShouldBe("Answered directly");
        line.GetProperty("status").GetString().ShouldBe("SUCCESS");
    }

    private static string Question(string pattern, string strictness = "Strict") =>
        new JsonObject { ["eventPattern"] = pattern, ["strictness"] = strictness }.ToJsonString();
}
