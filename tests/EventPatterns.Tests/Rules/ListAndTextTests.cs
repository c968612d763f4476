namespace Firetiger.EventPatterns.Tests.Rules;

/// <summary>Lists, alternatives and texts that say something else than their author meant, in patterns for any service.</summary>
public sealed class ListAndTextTests
{
    [Theory]
    [InlineData("JSON in a string", """{\"a\":1}""", "EP0420")]
    [InlineData("too short to be JSON with a field", """{\"}""", "")]
    [InlineData("a class of characters, even without anchors", "web-[0-9]", "EP0419")]
    [InlineData("a group that is not captured, even without anchors", "(?:web|db)", "EP0419")]
    [InlineData("a note in brackets", "web [old]", "")]
    public void A_text_looks_like_something_else(string behaviour, string value, string codes) =>
        Findings.Codes($$$"""{"source":["my.app"],"detail":{"x":["{{{value}}}"]}}""").ShouldBe(codes, behaviour);

    [Theory]
    [InlineData("STOP*", "write `{\"prefix\": \"STOP\"}`")]
    [InlineData("*PED", "write `{\"suffix\": \"PED\"}`")]
    [InlineData("ST*PED", "write `{\"wildcard\": \"ST*PED\"}`")]
    [InlineData("ST*PE*", "write `{\"wildcard\": \"ST*PE*\"}`")]
    [InlineData("*TOP*", "write `{\"wildcard\": \"*TOP*\"}`")]
    public void A_star_inside_as_well_as_at_an_end_needs_a_wildcard(string value, string hint) =>
        Findings.OnlyHint($$$"""{"source":["my.app"],"detail":{"x":["{{{value}}}"]}}""").ShouldBe(hint);

    [Theory]
    [InlineData("a field of the detail, written with a dot, tells no service", """{"detail.x":["a"]}""", "EP0426")]
    [InlineData("neither does it as an object", """{"detail":{"x":["a"]}}""", "EP0426")]
    [InlineData("a source does", """{"detail.x":["a"],"source":["my.app"]}""", "")]
    public void A_pattern_says_whose_events_it_wants(string behaviour, string pattern, string codes) =>
        Findings.Codes(pattern).ShouldBe(codes, behaviour);

    [Theory]
    [InlineData(199, "EP0422")]
    [InlineData(200, "")]
    public void A_repeated_value_is_looked_for_in_lists_of_up_to_two_hundred(int different, string codes)
    {
        string values = string.Join(',', Enumerable.Range(0, different).Select(index => $"\"v{index}\""));

        Findings.Codes($$$"""{"source":["my.app"],"detail":{"x":[{{{values}}},"v0"]}}""").ShouldBe(codes);
    }

    [Theory]
    [InlineData(10, "EP0425")]
    [InlineData(16, "")]
    public void Alternatives_are_compared_up_to_ten_thousand_conditions_in_all(int choices, string codes)
    {
        string Either(string name) =>
            $"\"{name}\":{{\"$or\":[{string.Join(',', Enumerable.Range(0, choices).Select(index => $"{{\"{name}{index}\":[1]}}"))}]}}";

        string same = $"{{{Either("a")},{Either("b")},{Either("c")}}}";

        Findings.Codes($$$"""{"source":["my.app"],"detail":{"$or":[{{{same}}},{{{same}}}]}}""").ShouldBe(codes);
    }
}
