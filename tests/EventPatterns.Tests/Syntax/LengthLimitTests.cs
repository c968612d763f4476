namespace Firetiger.EventPatterns.Tests.Syntax;

public sealed class LengthLimitTests
{
    [Theory]
    [InlineData("2,048 characters exactly are within the default quota", 2048, "")]
    [InlineData("one more is not", 2049, "EP0313")]
    [InlineData("4,096 characters exactly are what EventBridge takes at most", 4096, "EP0313")]
    [InlineData("one more is too long", 4097, "EP0312")]
    public void A_pattern_has_a_length(string behaviour, int length, string codes)
    {
        const string Start = """{"source":["my.app"],"detail":{"x":[" """;
        const string End = """ "]}}""";

        Findings.Codes(Start + new string('x', length - Start.Length - End.Length) + End).ShouldBe(codes, behaviour);
    }

    [Fact]
    public void A_pasted_event_is_not_asked_to_be_shorter()
    {
        const string Start = """{"id":"1","source":"aws.ecs","detail-type":"ECS Task State Change","detail":{"x":"x""";

        Findings.Codes(Start + new string('x', 5000) + "\"}}").ShouldBe("EP0102");
    }
}
