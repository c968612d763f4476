namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>What EventBridge says, and what becomes of it.</summary>
public sealed class EventBridgeTests
{
    [Fact]
    public async Task The_pattern_is_tested_as_given_against_an_event_with_every_required_member()
    {
        await using var function = await RunningFunction.StartAsync();

        await AskAsync(function, "Create", Some.GoodPattern);

        var call = function.Aws.TestedPatterns.ShouldHaveSingleItem();
        call.GetProperty("EventPattern").GetString().ShouldBe(Some.GoodPattern);
        var tested = System.Text.Json.JsonDocument.Parse(call.GetProperty("Event").GetString()!).RootElement;
        foreach (var member in (string[])["id", "account", "source", "time", "region", "resources", "detail-type"])
        {
            tested.TryGetProperty(member, out _).ShouldBeTrue(member);
        }
    }

    [Fact]
    public async Task What_only_EventBridge_refuses_fails_in_its_own_words()
    {
        await using var function = await RunningFunction.StartAsync();
        function.Aws.EventBridge = AwsAnswer.Refused(
            """Event pattern is not valid. Reason: Something new\n at [Source: (String)\"{}\"; line: 1, column: 1]"""
        );

        var response = await AskAsync(function, "Update", Some.GoodPattern);

        response.Status.ShouldBe("FAILED");
        response.Reason.ShouldBe("EventBridge refuses the event pattern: Something new");
    }

    [Fact]
    public async Task What_only_we_refuse_succeeds_with_a_warning()
    {
        await using var function = await RunningFunction.StartAsync();

        var response = await AskAsync(function, "Create", Some.BadPattern);

        response.Status.ShouldBe("SUCCESS");
        response.Data("Warnings").ShouldStartWith("EventBridge takes the event pattern, though it looks wrong: EP02");
    }

    [Theory]
    [InlineData("Create", "FAILED")]
    [InlineData("Update", "SUCCESS")]
    public async Task Without_EventBridge_our_word_stops_a_new_stack_but_no_update(string type, string status)
    {
        await using var function = await RunningFunction.StartAsync();
        function.Aws.EventBridge = AwsAnswer.Error("AccessDeniedException", "not authorized");

        var response = await AskAsync(function, type, Some.BadPattern);

        response.Status.ShouldBe(status);
    }

    [Fact]
    public async Task Without_EventBridge_a_good_pattern_succeeds_and_the_warning_says_why()
    {
        await using var function = await RunningFunction.StartAsync();
        function.Aws.EventBridge = AwsAnswer.Error("AccessDeniedException", "not authorized");

        var response = await AskAsync(function, "Create", Some.GoodPattern);

        response.Status.ShouldBe("SUCCESS");
        response
            .Data("Warnings")
            .ShouldBe("EventBridge could not be asked about the event pattern (AccessDeniedException).");
    }

    [Fact]
    public async Task An_EventBridge_that_cannot_be_connected_to_is_no_reason_to_fail()
    {
        await using var function = await RunningFunction.StartAsync(endpoint: "http://127.0.0.1:1");

        var response = await AskAsync(function, "Create", Some.GoodPattern);

        response.Status.ShouldBe("SUCCESS");
        response.Data("Warnings").ShouldContain("EventBridge could not be asked");
    }

    [Fact]
    public async Task An_EventBridge_that_never_answers_leaves_time_to_respond()
    {
        await using var function = await RunningFunction.StartAsync();
        function.Aws.EventBridge = null;
        function.Aws.FunctionTimeout = TimeSpan.FromSeconds(4);

        var response = await AskAsync(function, "Create", Some.GoodPattern);

        response.Status.ShouldBe("SUCCESS");
        response.Data("Warnings").ShouldContain("no answer in time");
    }

    private static Task<ReceivedResponse> AskAsync(RunningFunction function, string type, string pattern) =>
        function.AskAsync(Some.Request(type, function.Aws.ResponseUrl, pattern).ToJsonString());
}
