using Firetiger.EventPatterns.Diagnostics;

namespace Firetiger.EventPatterns.Tests.Ecs;

/// <summary>Whoever takes the proposal of the first finding gets no second one.</summary>
public sealed class PlainValueTests
{
    [Theory]
    [InlineData("\"containers\":{\"exitCode\":\"137\"}", "\"exitCode\": [137]")]
    [InlineData("\"containers.exitCode\":\"137\"", "\"containers.exitCode\": [137]")]
    [InlineData("\"lastStatus\":\"stopped\"", "\"lastStatus\": [\"STOPPED\"]")]
    [InlineData("\"cpu\":256", "\"cpu\": [\"256\"]")]
    [InlineData("\"enableExecuteCommand\":\"true\"", "\"enableExecuteCommand\": [true]")]
    [InlineData("\"$or\":[{\"lastStatus\":\"stopped\"},{\"group\":[\"x:y\"]}]", "\"lastStatus\": [\"STOPPED\"]")]
    public void A_plain_value_is_proposed_as_events_have_it(string detail, string mended)
    {
        string pattern = $$$"""{"source":["aws.ecs"],"detail":{{{{detail}}}}}""";

        OnlyHint(pattern).ShouldBe($"write `{mended}`");
    }

    [Theory]
    [InlineData("""{"source":"aws.ECS"}""", "\"source\": [\"aws.ecs\"]")]
    [InlineData("""{"detail-type":"ECS Task state change"}""", "\"detail-type\": [\"ECS Task State Change\"]")]
    [InlineData("""{"source":["my.app"],"detail":{"lastStatus":"stopped"}}""", "\"lastStatus\": [\"stopped\"]")]
    [InlineData("""{"detail":{"containers":{"exitCode":"137"}}}""", "\"exitCode\": [\"137\"]")]
    public void Only_a_pattern_for_ECS_is_judged_by_its_events(string pattern, string mended) =>
        OnlyHint(pattern).ShouldBe($"write `{mended}`");

    [Fact]
    public void An_event_given_as_a_pattern_is_one_finding_that_makes_a_pattern_of_it()
    {
        string pasted = """
            {"version":"0","id":"1","detail-type":"ECS Task State Change","source":"aws.ecs","resources":["a"],
            "detail":{"lastStatus":"STOPPED","containers":[{"exitCode":137}],"tags":[]}}
            """;

        Diagnostic finding = EventPattern.Analyze(pasted).Diagnostics.ShouldHaveSingleItem();

        finding.Code.ShouldBe("EP0102");
        finding.Path.ShouldBe("$.version");
        finding.Detail.ShouldBe("\"version\" must be an object or an array");
        finding.Message.ShouldStartWith("this is an event, not a pattern");
        finding.Hint!.ShouldContain("""`{"source": ["aws.ecs"], "detail-type": ["ECS Task State Change"]}`""");
    }

    private static string? OnlyHint(string pattern) =>
        EventPattern.Analyze(pattern).Diagnostics.ShouldHaveSingleItem().Hint;
}
