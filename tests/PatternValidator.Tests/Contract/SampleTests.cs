using System.Text.Json.Nodes;

namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>Events that the user gives along with the pattern.</summary>
public sealed class SampleTests
{
    private const string Stopped =
        """{"source":"aws.ecs","detail-type":"ECS Task State Change","detail":{"lastStatus":"STOPPED"}}""";

    private const string Running =
        """{"source":"aws.ecs","detail-type":"ECS Task State Change","detail":{"lastStatus":"RUNNING"}}""";

    [Fact]
    public async Task Samples_that_do_what_they_should_are_counted()
    {
        await using var function = await RunningFunction.StartAsync();

        var response = await AskAsync(function, [Stopped, Stopped], [Running]);

        response.Status.ShouldBe("SUCCESS");
        response.Data("MatchedSamples").ShouldBe("2");
    }

    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    public async Task A_sample_that_does_not_match_fails_and_tells_the_field_and_what_stands_there(string type)
    {
        await using var function = await RunningFunction.StartAsync();

        var response = await AskAsync(function, [Stopped, Running], [], type);

        response.Status.ShouldBe("FAILED");
        response.Reason.ShouldBe(
            "The event pattern does not do what its samples ask for: MatchingSamples[1] does not match: "
                + "detail.lastStatus asks for \"STOPPED\", but it is \"RUNNING\"."
        );
    }

    [Fact]
    public async Task A_sample_that_matches_and_must_not_fails()
    {
        await using var function = await RunningFunction.StartAsync();

        var response = await AskAsync(function, [], [Running, Stopped]);

        response.Reason.ShouldEndWith("NonMatchingSamples[1] matches, and must not.");
    }

    [Fact]
    public async Task A_sample_that_is_no_event_fails_with_the_place()
    {
        await using var function = await RunningFunction.StartAsync();

        var response = await AskAsync(function, [], ["""{"source": aws.ecs}"""]);

        response.Status.ShouldBe("FAILED");
        response.Reason.ShouldContain("NonMatchingSamples[0] is not an event: line 1, column 12: ");
    }

    [Fact]
    public async Task Of_many_samples_that_fail_three_are_told()
    {
        await using var function = await RunningFunction.StartAsync();

        var response = await AskAsync(function, [.. Enumerable.Repeat(Running, 10)], []);

        response.Reason.ShouldContain("MatchingSamples[2]");
        response.Reason.ShouldNotContain("MatchingSamples[3]");
        response.Reason.ShouldEndWith("; and 7 more.");
    }

    [Fact]
    public async Task A_property_that_is_none_is_told_and_stops_nothing()
    {
        await using var function = await RunningFunction.StartAsync();
        var request = Some.Request("Create", function.Aws.ResponseUrl, Some.GoodPattern);
        request["ResourceProperties"]!["MatchingSample"] = new JsonArray(Stopped);

        var response = await function.AskAsync(request.ToJsonString());

        response.Status.ShouldBe("SUCCESS");
        response.Data("Warnings").ShouldContain("Properties that mean nothing here: `MatchingSample`.");
    }

    [Fact]
    public async Task What_is_wrong_with_the_pattern_itself_comes_before_its_samples()
    {
        await using var function = await RunningFunction.StartAsync();
        function.Aws.EventBridge = AwsAnswer.Refused(
            "Event pattern is not valid. Reason: Unrecognized match type prefx"
        );
        var request = Some.Request("Create", function.Aws.ResponseUrl, Some.BadPattern);
        request["ResourceProperties"]!["MatchingSamples"] = new JsonArray(Stopped);

        var response = await function.AskAsync(request.ToJsonString());

        response.Reason.ShouldStartWith("The event pattern is refused: EP0201");
        response.Reason.ShouldNotContain("MatchingSamples");
    }

    private static Task<ReceivedResponse> AskAsync(
        RunningFunction function,
        string[] matching,
        string[] nonMatching,
        string type = "Create"
    )
    {
        var request = Some.Request(type, function.Aws.ResponseUrl, Some.GoodPattern);
        request["ResourceProperties"]!["MatchingSamples"] = List(matching);
        request["ResourceProperties"]!["NonMatchingSamples"] = List(nonMatching);
        return function.AskAsync(request.ToJsonString());
    }

    private static JsonArray List(string[] samples) => [.. samples.Select(sample => JsonValue.Create(sample))];
}
