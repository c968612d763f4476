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
    [InlineData("""{"source":["my.app"],"detail":{"exitCode":"137"}}""", "\"exitCode\": [\"137\"]")]
    [InlineData("""{"detail":{"containers":{"exitCode":"137"}}}""", "\"exitCode\": [137]")]
    public void Only_a_pattern_for_ECS_is_judged_by_its_events(string pattern, string mended) =>
        OnlyHint(pattern).ShouldBe($"write `{mended}`");

    [Theory]
    [InlineData("""{"source":["aws.ecs"],"account":123456789012}""", "write `\"account\": [\"123456789012\"]`")]
    [InlineData("""{"source":["my.app"],"account":12345678901}""", "write `\"account\": [\"012345678901\"]`")]
    [InlineData(
        """{"source":["aws.ecs"],"detail":"STOPPED"}""",
        "`detail` is an object in events; ask for a field in it"
    )]
    public void A_plain_value_at_the_top_is_proposed_as_every_event_has_it(string pattern, string hint) =>
        OnlyHint(pattern).ShouldNotBeNull().ShouldStartWith(hint);

    [Theory]
    [InlineData("""{"source":"aws.ecs","detail":{"cpu":[256]}}""", "EP0102 EP0407")]
    [InlineData("""{"source":["my.app"],"region":"eu-west-1a"}""", "EP0102 EP0416")]
    [InlineData("""{"source":["aws.ecs"],"account":[12]}""", "EP0407")]
    public void A_plain_value_does_not_hide_what_else_is_wrong(string pattern, string codes) =>
        string.Join(' ', EventPattern.Analyze(pattern).Diagnostics.Select(finding => finding.Code)).ShouldBe(codes);

    [Theory]
    [InlineData("\"account\":[12345678901]", "write `\"012345678901\"`")]
    [InlineData("\"account\":[12]", "write the 12 digits of the account as a string")]
    [InlineData("\"detail\":{\"lastStatus\":[1]}", "write one of its texts, such as `\"PROVISIONING\"`")]
    public void A_number_for_a_text_is_proposed_as_a_text_that_events_have(string field, string hint) =>
        OnlyHint($$"""{"source":["aws.ecs"],{{field}}}""").ShouldBe(hint);

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
