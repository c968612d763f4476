namespace Firetiger.EventPatterns.Tests.Syntax;

/// <summary>What is told of a pattern that has the wrong shape, and what is not told as well.</summary>
public sealed class PatternReadingTests
{
    [Theory]
    [InlineData(
        "a field called `not` that asks for values is a field",
        """{"source":["my.app"],"detail":{"not":[{"prefix":"a"},{"suffix":"b"}]}}""",
        ""
    )]
    [InlineData(
        "an alternative that is no object is not called too few as well",
        """{"source":["my.app"],"$or":[1]}""",
        "EP0108"
    )]
    [InlineData("one alternative is too few", """{"source":["my.app"],"$or":[{"region":["eu-west-1"]}]}""", "EP0107")]
    [InlineData("a mistaken object is not called empty as well", """{"source":["my.app"],"detail":{@}}""", "EP0001")]
    [InlineData("an empty object is called empty", """{"source":["my.app"],"detail":{}}""", "EP0103")]
    [InlineData(
        "a mistaken list is not called empty as well",
        """{"source":["my.app"],"detail":{"a":[,]}}""",
        "EP0001"
    )]
    [InlineData("an empty list is called empty", """{"source":["my.app"],"detail":{"a":[]}}""", "EP0104")]
    [InlineData(
        "an event whose first field is a list already is half a pattern: each plain value is told",
        """{"resources":["a"],"source":"aws.ecs","detail-type":"ECS Task State Change","id":"1"}""",
        "EP0102 EP0102 EP0102"
    )]
    public void A_mistake_is_told_once(string behaviour, string pattern, string codes) =>
        Findings.Codes(pattern).ShouldBe(codes, behaviour);

    [Theory]
    [InlineData("the whole object", "write `\"a\": {\"b\":1}`", """ "{\"b\":1}" """)]
    [InlineData("the beginning of an object alone is a text", "write `\"a\": [\"{\\\"b\\\"\"]`", """ "{\"b\"" """)]
    public void An_object_in_a_string_is_proposed_as_the_object(string behaviour, string hint, string value) =>
        Findings.OnlyHint($$$"""{"source":["my.app"],"detail":{"a":{{{value}}}}}""").ShouldBe(hint, behaviour);

    [Theory]
    [InlineData("a quote", "write `\"a\\\"b\": [1]`", """a\"b""")]
    [InlineData("a backslash", "write `\"a\\\\b\": [1]`", """a\\b""")]
    public void A_name_is_written_in_the_hint_as_JSON_has_it(string behaviour, string hint, string name) =>
        Findings.OnlyHint($$$"""{"source":["my.app"],"detail":{"{{{name}}}":1}}""").ShouldBe(hint, behaviour);

    [Fact]
    public void A_long_plain_value_is_not_written_again_in_the_hint()
    {
        string value = new('x', 100);

        Findings.Only($$$"""{"source":["my.app"],"detail":{"a":"{{{value}}}"}}""").Hint.ShouldBeNull();
    }

    [Fact]
    public void A_long_source_of_an_event_given_as_a_pattern_is_not_written_again_in_the_hint()
    {
        string source = new('x', 120);

        Findings
            .OnlyHint($$"""{"source":"{{source}}","detail-type":"ECS Task State Change","id":"1"}""")
            .ShouldEndWith("""for example `{"source": ["aws.ecs"]}`""");
    }
}
